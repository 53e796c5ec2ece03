x = 'dx'
