top = 'top'
