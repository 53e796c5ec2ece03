import sys
def t(f):
    try:
        f()
        print 'ok'
    except Exception as e:
        print type(e).__name__, e
t(lambda: 'x' * sys.maxint)
t(lambda: [1] * sys.maxint)
t(lambda: 'ab' * sys.maxint)
t(lambda: 'x' * (sys.maxint + 1))
t(lambda: [0] * 2 ** 70)
t(lambda: (1,) * sys.maxint)
t(lambda: range(sys.maxint))
t(lambda: xrange(2 ** 64))
t(lambda: range(2 ** 64, 2 ** 64 + 2))
t(lambda: len(xrange(sys.maxint)))
t(lambda: u'ab' * sys.maxint)
t(lambda: '%.*f' % (2 ** 33, 1.0))
t(lambda: bytearray(sys.maxint))
t(lambda: ''.ljust(sys.maxint))
t(lambda: chr(2 ** 40))
t(lambda: float(2 ** 1024))
t(lambda: 1 << sys.maxint + 1)
