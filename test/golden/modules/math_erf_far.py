import math, posix
for x in (27.4, 26.0, 5.5, 30., 1e300, -27.4, float('inf')): print x, math.erf(x), math.erfc(x)
for a in (-1, -1L, 1 << 31, 1 << 64, 'a', None, 1.5, True):
    try: print posix.major(a), posix.minor(a)
    except Exception, e: print repr(a), type(e).__name__, e
