x = 1; y = 2; z = x / (y - 2); print 'never'
