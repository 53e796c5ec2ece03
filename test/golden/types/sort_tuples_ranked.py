# Tuples whose first items decide most comparisons, and those where they don't.
import random

random.seed(5)


class Last(object):
    compared = []

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Last.compared.append((self.n, other.n))
        return self.n < other.n

    def __repr__(self):
        return 'L%d' % self.n


def both(items):
    print sorted(items)
    print sorted(items, reverse=True)
    print sorted(range(len(items)), key=items.__getitem__)
    print sorted(range(len(items)), key=items.__getitem__, reverse=True)


ints = [3, -1, 2 ** 61 - 1, -2 ** 61, 0, 3, -7, 2 ** 40]
both([(n, i % 3) for i, n in enumerate(ints)])
both([(n, i) for i, n in enumerate(ints + [2 ** 70, -2 ** 70])])
both([(n,) for n in [0.0, -0.0, 1.5, -1.5, 1e300, -1e300, 5e-324, 1e-320]])
both([(n, i) for i, n in enumerate([0.0, -0.0, 0.0, -0.0, 1e400, -1e400])])
both([(n, i) for i, n in enumerate([1, 1.5, 1L, True, 0.5])])
words = ['', 'a', 'a\0', 'a\0\0', 'abcdefgh', 'abcdefghi', 'abcdefgh\0', '\xff',
         'abcdefgg', 'customer 1', 'customer 10', 'customer 2', '\0']
both([(w, i % 2) for i, w in enumerate(words)])
both(words)
both([(w,) for w in words] + [(u'abcdefgh',), (u'b',)][:1])
both([(1, 'b'), (1,), (1, 'b', 0), (0, 5), (2,), (1, 'a')])
both([(), (1,), (0,), ()])
nan = float('nan')
print len(sorted([(nan, 1), (1.0, 2), (nan, 0), (0.5, 1)]))
items = [(random.randrange(5), Last(random.randrange(100))) for i in range(60)]
print sorted(items)
print len(Last.compared), Last.compared[:20]
del Last.compared[:]
print sorted(items, key=lambda t: (str(t[0]), t[1]))
print len(Last.compared), Last.compared[-20:]


class Bad(object):
    def __lt__(self, other):
        raise ValueError('no order')


try:
    sorted([(1, Bad()), (0, Bad()), (1, Bad())])
except ValueError as e:
    print e
mixed = [(2, Bad()), (0, Bad()), (1, Bad())]
mixed.sort()
print [t[0] for t in mixed]
big = [(random.random() - 0.5, i) for i in range(3000)]
print sorted(big) == sorted(big, cmp=lambda a, b: cmp(a, b))
