print xrange(5), xrange(1, 5), xrange(0, 10, 3), xrange(10, 0, -3), xrange(5, 1)
print repr(xrange(0, 9, 2)), list(xrange(3)), len(xrange(10, 0, -3)), xrange(10)[3]
print xrange(10)[-1], 5 in xrange(10), 3.0 in xrange(5), 'a' in xrange(3)
print list(reversed(xrange(4))), list(reversed(xrange(0, 10, 3)))
print xrange(0) == xrange(0), bool(xrange(0)), bool(xrange(1))
print range(5), range(2, 5), range(10, 0, -3), range(0), range(5, 2), range(0, -5, -2)
print range(2 ** 65, 2 ** 65 + 3), range(3L), type(range(3L)[0]), range(True, 5)
print range(0, 10 ** 20, 10 ** 20 / 3)
it = iter(xrange(3))
print next(it), it.__length_hint__(), list(it), next(it, 'end'), type(it).__name__
import sys
print list(xrange(sys.maxint - 2, sys.maxint))
print list(xrange(-sys.maxint - 1, -sys.maxint + 1)), len(xrange(-5, sys.maxint - 5))
print xrange(0, sys.maxint, sys.maxint - 1)
