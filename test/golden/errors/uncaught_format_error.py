name = 'x'
print '%s is %d' % (name, 'y')
