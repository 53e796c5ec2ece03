print list(enumerate('abc')), list(enumerate('ab', 1)), list(enumerate([], 5))
print list(enumerate(iterable for iterable in [9])), list(enumerate('a', start=-1))
for i, (a, b) in enumerate([(1, 2), (3, 4)]): print i, a, b
e = enumerate('xy')
print e.next(), iter(e) is e, next(e), next(e, 'end'), list(e)
import sys
print list(enumerate('ab', sys.maxint)), list(enumerate('a', 10L))
for f in (lambda: enumerate(5), lambda: enumerate('a', 'b'), lambda: enumerate('a', 1.5),
        lambda: enumerate('a', 1, 2)):
    try:
        f()
    except TypeError as e:
        print e
