# A width of -1 taken from a tuple is a width of 1, to the left.
import sys
for width in (0, 1, -1, -2, 3, -sys.maxint):
    if abs(width) < 10:
        print repr('%*d|%-*s|%*s|%*.*f' % (width, 0, width, '', width, u'\xe9', width, width, 2.25))
        print repr('%*s|%0*d|%+*d|%*r' % (width, '', width, 7, width, 7, width, 'a'))
print repr('%-1s|%1s|%s' % ('', '', ''))
try:
    '%*s' % (-sys.maxint, '')
except (MemoryError, OverflowError) as e:
    print 'too much'
