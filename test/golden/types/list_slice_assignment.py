def t(i, j, k, v):
    l = range(8)
    try:
        l[i:j:k] = v
        print l
    except Exception as e:
        print type(e).__name__, e
t(1, 3, None, 'abc')
t(3, 1, None, [9])
t(None, None, -1, range(8, 0, -1))
t(None, None, 2, [0])
t(1, 1, 1, [5, 6])
t(-3, None, None, [])
t(100, 200, None, ['e'])
t(-100, 2, None, ['s'])
t(5, 1, -2, ['p', 'q'])
t(0, 0, 2, [])
t(0, 8, 0, [])
t(1, 2, None, 5)
t(0, 5, 2, iter('xyz'))
t(0, 2, 1, (c for c in 'gen'))
def d(i, j, k):
    l = range(8)
    del l[i:j:k]
    print l,
d(1, 3, None)
d(None, None, 2)
d(None, None, -3)
d(6, 1, -2)
d(3, 1, None)
d(-2, None, None)
d(0, 100, 3)
d(5, 5, 1)
print
import sys
l = range(3)
l[sys.maxint:] = 'z'
l[-sys.maxint:1] = 'a'
print l, l[-sys.maxint - 1:], l[:2 ** 70], l[::sys.maxint], l[::-sys.maxint]
