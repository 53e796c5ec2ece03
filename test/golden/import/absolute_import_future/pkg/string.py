digits = 'local'
