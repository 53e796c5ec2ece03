x = 'really'
