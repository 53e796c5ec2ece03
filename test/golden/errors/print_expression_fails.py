print 'start',
print 'middle', 1 / 0, 'never'
