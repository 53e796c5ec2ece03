import sys
print >>sys.stderr, 'to stderr', 5,
print >>sys.stderr
sys.stderr.write('raw\n')
print 'to stdout'
