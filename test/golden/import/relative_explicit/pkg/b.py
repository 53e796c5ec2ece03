value = 'b value'
