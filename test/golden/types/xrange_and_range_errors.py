it = iter(xrange(3))
import sys
for f in (lambda: xrange(5)[5], lambda: xrange(5)[-6], lambda: xrange(5)[1:2],
        lambda: xrange(1.5), lambda: xrange('a'), lambda: xrange(1, 2, 0), lambda: range(1.5),
        lambda: range(1, 2, 0), lambda: xrange(10 ** 20), lambda: xrange(5).x,
        lambda: len(xrange(-1, sys.maxint)), lambda: xrange(1, 2, 3, 4),
        lambda: xrange(5) + xrange(5), lambda: hash(xrange(1)) * 0):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
