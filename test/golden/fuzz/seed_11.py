import sys

LOG = []
COUNT = 0
TOTAL = 0.0
ITEMS = [3, 1, 2]
TABLE = {'a': 1, 2: 'b'}


def bump(n=1):
    global COUNT
    COUNT += n
    return COUNT


def same(f):
    return f


def digest(v):
    return hash(v) if isinstance(v, (int, long, float, str)) else 0


def kind(e):
    # Which of the two a size out of reach gives depends on the machine.
    big = isinstance(e, (MemoryError, OverflowError))
    return 'big' if big else type(e).__name__


class Point(object):
    scale = 2

    def __init__(self, x=1, y=2):
        self.x = x
        self.y = y

    def total(self, k=1):
        return (self.x + self.y) * k

    @property
    def area(self):
        return self.x * self.scale

    @area.setter
    def area(self, v):
        self.x = v

    def __add__(self, other):
        if isinstance(other, Point):
            return Point(self.x + other.x, self.y + other.y)
        return NotImplemented

    def __radd__(self, other):
        return Point(other, self.y)

    def __iadd__(self, other):
        self.x += 1
        return self

    def __eq__(self, other):
        return isinstance(other, Point) and self.x == other.x

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return digest(self.x)

    def __repr__(self):
        return '%s(%r, %r)' % (type(self).__name__, self.x, self.y)

    def __nonzero__(self):
        return bool(self.x)

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __setitem__(self, i, v):
        if i == 0:
            self.x = v
        elif i == 1:
            self.y = v
        else:
            raise IndexError(i)

    def __call__(self, *args, **kwargs):
        return len(args), sorted(kwargs)


class Point3(Point):
    scale = 3
    __slots__ = ['z']

    def total(self, k=2):
        return Point.total(self, k) + self.scale

    def __cmp__(self, other):
        return cmp(self.y, getattr(other, 'y', other))

    def __lt__(self, other):
        return self.y < getattr(other, 'y', other)


class Old:
    x = 5

    def __init__(self, x=None, y=0):
        if x is not None:
            self.x = x
        self.y = y

    def total(self, k=0):
        return self.y

    def __getattr__(self, name):
        if name[:1] == '_':
            raise AttributeError(name)
        return name

    def __repr__(self):
        return 'Old(%r)' % (self.x,)

    def __len__(self):
        return 3


class Guard(object):
    def __init__(self, swallow=False):
        self.swallow = swallow

    def __enter__(self):
        LOG.append('in')
        return 7

    def __exit__(self, what, value, tb):
        LOG.append(what and kind(value or what()))
        return self.swallow


class Mine(ValueError):
    def __str__(self):
        return 'mine' + ValueError.__str__(self)


def count(n, step=1):
    i = 0
    while i < n:
        got = yield i
        i += step if got is None else got
    LOG.append('end')


def show(v, depth=0):
    if isinstance(v, float):
        return repr(v)
    if isinstance(v, (list, tuple)) and depth < 4:
        return type(v).__name__ + ''.join(' ' + show(x, depth + 1) for x in v)
    if isinstance(v, (int, long, str, unicode, Point, Old, type(None))):
        return repr(v)[:300]
    if isinstance(v, dict):
        return 'dict ' + ' '.join(sorted(show(k) + ':' + show(v[k])
                                         for k in v))
    if isinstance(v, (set, frozenset)):
        return 'set ' + ' '.join(sorted(show(x) for x in v))
    return type(v).__name__


def run(f, *args):
    del LOG[:]
    try:
        result = show(f(*args))
    except Exception as e:
        result = kind(e)
        if result != 'big':
            result += ': ' + str(e.args)
        tb = sys.exc_info()[2]
        while tb.tb_next:
            tb = tb.tb_next
        result += ' @%d' % tb.tb_lineno
    print f.__name__, result, LOG, COUNT


def f0():
    def v1(p=(9223372036854775807 if True else 3), *rest):
        for v2, p in enumerate(count(0, 1)):
            pass
            try:
                ITEMS[-1] = 0
            except Exception as e:
                LOG.append(kind(e))
        return Point(p, (1e10 if False else 0.0))[0]
    v3 = v1(1)
    LOG.append(show(v3))
    v4 = round(((7 - 1e10) + len(' pad ')), -1)
    try:
        v4 = v4
    except Exception as e:
        LOG.append(kind(e))
    try:
        pass
    except Exception as e:
        LOG.append(kind(e))
    try:
        v5 = v4
    except Exception as e:
        LOG.append(kind(e))
        v5 = 1e300
    return ('hello world'.split('l')[::-1],)


run(f0)
run(f0)
run(f0)
run(f0)


def f1(a, b):
    try:
        a = a
    except Exception as e:
        LOG.append(kind(e))
    v6 = ((reduce(lambda p, q: p + q, xrange(1, 9, 1), a), (abs(1.0) + round(-1e300, -2))))[:9]
    def v7(p=digest(0), *rest):
        try:
            TABLE['a'] = 0
        except Exception as e:
            LOG.append(kind(e))
        try:
            with Guard(bool({1, 2})) as v8:
                try:
                    LOG.append(show(rest))
                except Exception as e:
                    LOG.append(kind(e))
                v9 = (v6)[:9]
        except Exception as e:
            LOG.append(kind(e))
            v8 = -1
        return dict.fromkeys(chr(a % 256), digest(v8)).get(`a`, v8)
    v10 = v7('s', 2)
    v11, v12 = divmod(abs((float('nan') + 2)), (digest(a) + (1e-320 if False else float('inf'))))
    for v13 in range(5):
        b = (lambda p, q=v13: p)(a)
        try:
            if (any(i for i in list('hello world')) and isinstance(v10, long)):
                try:
                    v13 = sum((digest(a) for j in (((3.14 % (1e-5 or 3)) + (0.0 / float('inf'))), v13)))
                except Exception as e:
                    LOG.append(kind(e))
            else:
                return b
                try:
                    LOG.append(show(b))
                except Exception as e:
                    LOG.append(kind(e))
                v6 = (v6)[:9]
        except Exception as e:
            LOG.append(kind(e))
    v14 = {i: [i] for i in `digest(a)`}
    v15 = (set(v6) ^ set((1, 'b', 2.5)[1:]))
    return v11


run(f1, True, -2305843009213693953)
run(f1, 9223372036854775807, 1e300)
run(f1, float('nan'), 3)
run(f1, 7e15, 'abc')


def f2(a, b, c):
    v16 = float((bump() - b))
    v17, v18 = (v16 if (c <= c < v16) else (1.0 - v16)), a
    v17, v18 = v18, v17
    for v19 in [((lambda p, q=2147483647: q)(v18) is not None), b]:
        try:
            if (not map(lambda i: repr(i), list('12'))):
                b = frozenset((('x,y,,z' + "pad...")[3] + u'\xe9t\xe9'[3:0]))
                try:
                    v20 = (('abc'[3:3][::-1] + "pad...")[5])[:40]
                except Exception as e:
                    LOG.append(kind(e))
                    v20 = u''
                v21, v22 = '{0:<5}|{1!r}'.format(f0(), ','.join([v20 for k in [1, 2, 3][:6]])).replace('a', v20)[:60][:2]
            else:
                v17 &= v18
                v17 = v17 % 1000003
                TABLE['z'] = -1
        except Exception as e:
            LOG.append(kind(e))
        try:
            try:
                v18 -= (divmod(c, 2305843009213693952)[0] in ([] + range(4)))
                v18 = v18 % 1000003
                raise ValueError
            finally:
                c = (((reduce(lambda p, q: p - q, [c for j in (v16, v19) if False], a) ^ v18),))[:9]
                break
        except Exception as e:
            LOG.append(kind(e))
        try:
            pass
        except Exception as e:
            LOG.append(kind(e))
        v18 = (a) % 97
    v23 = ('%s' % (a))[:40]
    return tuple(sorted(range(4))[::-1])


run(f2, False, True, 255)
run(f2, 10 ** 20, 0.0, 'hello world')
run(f2, 1e22, 1, -2305843009213693953)
run(f2, 1e300, '', [])
