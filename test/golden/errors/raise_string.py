raise 'a string exception'
