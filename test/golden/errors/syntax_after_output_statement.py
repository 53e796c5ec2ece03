print 'must not be printed'
import sys
sys.stdout.write('nor this\n')
def broken(:
    pass
