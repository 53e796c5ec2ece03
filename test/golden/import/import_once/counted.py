print 'executed'
n = 1
