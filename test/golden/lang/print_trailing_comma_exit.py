import sys
sys.stdout.write('x')
print 'one',
print 'two',
