import sys
print 1,
print 2,
print
print 'a',
sys.stdout.write('b')
print 'c'
print 'tab\t',
print 'x'
print 'nl\n',
print 'y'
print '',
print 'z'
print
print ('t', 1), (2)
