f = open('/dev/full', 'w')
f.write('x')
print 'done'
