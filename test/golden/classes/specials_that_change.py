# Special methods are found anew at each operation, whatever they have become.
import sys


class C(object):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __contains__(self, x):
        return x == self.n

    def __eq__(self, o):
        return self.n == o.n

    def __call__(self, a, b=2, *rest):
        return a, b, rest

    def __nonzero__(self):
        return self.n > 1

    def __hash__(self):
        return hash(self.n)

    def __iter__(self):
        return iter((self.n,))

    def __getitem__(self, i):
        return self.n + i


class D(C):
    pass


def use(c):
    row = []
    for f in (lambda: len(c), lambda: 3 in c, lambda: c == C(3), lambda: c(1),
              lambda: c(1, 2, 3, 4), lambda: bool(c), lambda: {c: 1}[C(3)],
              lambda: list(c), lambda: c[2]):
        try:
            row.append(f())
        except Exception as e:
            row.append((type(e).__name__, 'at' in str(e) or str(e)))
    print row


for i in range(2):
    use(C(3))
    use(D(1))
D.__len__ = lambda self, *more: 7
D.__contains__ = staticmethod(lambda x: x == 3)
D.__eq__ = lambda self: True
D.__call__ = classmethod(lambda cls, *args: (cls.__name__, args))
D.__nonzero__ = lambda self: 'no bool'
D.__hash__ = lambda self, x=3: hash(x)
D.__iter__ = lambda self: (yield 5)
D.__getitem__ = C(10).__call__
use(D(1))
use(C(3))


class Deep(object):
    def __len__(self):
        return len(self)

    def __eq__(self, o):
        return self == o

    def __call__(self):
        return self()


def depth(f, *args):
    try:
        f(*args)
    except RuntimeError as e:
        n, tb = 0, sys.exc_info()[2]
        while tb:
            n, tb = n + 1, tb.tb_next
        print e, n


d = Deep()
depth(len, d)
depth(d)
depth(lambda: d == d)
