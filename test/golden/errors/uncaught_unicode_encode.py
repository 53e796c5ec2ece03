print 'ascii first'
print str(u'\u20ac')
