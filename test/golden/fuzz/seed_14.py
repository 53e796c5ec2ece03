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


def f0(a):
    try:
        v1 = (list((a, a)))[:12]
    except Exception as e:
        LOG.append(kind(e))
    try:
        v2 = a
    except Exception as e:
        LOG.append(kind(e))
    pass
    if (repr((a + -0.0))[:50] in {a: [1, 2, 3], chr(a % 256): a}):
        try:
            v3 = (ord('x,y,,z'.replace('l', 'hello world')[:60]) + (a << 1))
        except Exception as e:
            LOG.append(kind(e))
        try:
            if (a < a < abs(abs(7e15))):
                v4 = {i: 1 for i in u''.upper()}.get((' pad '.upper() or 'abc'[1:2]), a)
                try:
                    v5 = float(a)
                except Exception as e:
                    LOG.append(kind(e))
                try:
                    a = (LOG.append(a) if ((-10 ** 25 ^ a) == a) else sorted({'k': 1.5, 'a': None}.values())[::-1])
                except Exception as e:
                    LOG.append(kind(e))
            elif (a == ['a', 2.5].count(3)):
                v6 = (((range(5)[5] ^ '12'.find('\x00\xff')), (int(float('nan')) if ('A1b2' in {1: 2}) else reduce(lambda p, q: p * q, [j for j in [18446744073709551616, -2147483649] if False], -2305843009213693953))))[:9]
                v7 = max(((9223372036854775808 % (255 or 3)) and ~(0)), (divmod(True, 2147483647)[1] ^ +(True)))
            else:
                v8, v9 = min(len(u'abc'), Point(0.5, 1).x), round((-0.0 if True else 1e22), 1)
                bump()
                try:
                    v9 = (v8 & v9)
                except Exception as e:
                    LOG.append(kind(e))
        except Exception as e:
            LOG.append(kind(e))
    try:
        LOG.append(show(a))
    except Exception as e:
        LOG.append(kind(e))
    return chr(0L % 256).replace('a', repr(1000)[:50])[:60].partition(',')


run(f0, sys.maxint)
run(f0, 10)
run(f0, 1e10)
run(f0, 5)


def f1(a):
    try:
        with Guard(('hello world' is None)) as v10:
            a &= a
            try:
                a <<= 1
            except Exception as e:
                LOG.append(kind(e))
            LOG.append(a)
    except Exception as e:
        LOG.append(kind(e))
        v10 = 10 ** 20
    try:
        v11 = dict.fromkeys(`digest(v10)`, len(()[3:]))
    except Exception as e:
        LOG.append(kind(e))
    try:
        for v12 in reversed(([a, range(4)] * 5)[:4]):
            a &= isinstance({'k': 1.5, 'a': None}.get('\x00\xff', v10), (float, list))
            a = a % 1000003
            try:
                v13 = (`a`)[:40]
            except Exception as e:
                LOG.append(kind(e))
                v13 = 'abc'
            v14 = (((-0.0 * 7e15) + (v10 + v10)) * max((-0.0 * 1e300), (a <= v10)))
            try:
                v15 = (sorted(list(count(1)), key=str, reverse=(v14 < (v12 is not None))))[:12]
            except Exception as e:
                LOG.append(kind(e))
                v15 = ITEMS[:]
        else:
            a = ((list(count(3)),))[:9]
    except Exception as e:
        LOG.append(kind(e))
    try:
        v16, v17 = v10, reduce(lambda p, q: p * q, count(-1), int(7e15))
    except Exception as e:
        LOG.append(kind(e))
        v16 = 2147483647
    try:
        a = ('%r' % (v16))[:40]
    except Exception as e:
        LOG.append(kind(e))
    v18 = max(abs(-1e-5), min(v16, v10))
    return round(max(v18, v16), 1)


run(f1, 2147483648)
run(f1, 5)
run(f1, 7e15)
run(f1, range(4))


def f2(a):
    bump()
    for v19 in (a, len({i: 1 for i in '\x00\xff'})):
        ITEMS[0] = 9
    else:
        try:
            a **= 2
        except Exception as e:
            LOG.append(kind(e))
        try:
            LOG.append(show(a))
        except Exception as e:
            LOG.append(kind(e))
        v20, v21 = (v19 if (not 9223372036854775807) else (v19 * 0L)), sum(range(2))
        v20, v21 = v21, v20
    v19 = (v19 * a)
    try:
        try:
            try:
                v22 = ((([1, 2, 3] + [1, 2, 3])[0:-1] or chr((10 << 31) % 256)))[:40]
            except Exception as e:
                LOG.append(kind(e))
            v23 = ((divmod(2, -2305843009213693953)[1] if all(i for i in ITEMS[:]) else (2147483648 << 3)) + (divmod(1, 9223372036854775808)[0] + Point(-9223372036854775808)))
            try:
                v24 = {digest(-(18446744073709551616)), ''.join([' pad ' for k in sorted(list(()))[:5] if True])}
            except Exception as e:
                LOG.append(kind(e))
        except Exception as v25:
            LOG.append(kind(v25))
            try:
                v26, v27 = ((a // -7) <= a), divmod(range(4).count(2), ITEMS[0])[0]
            except Exception as e:
                LOG.append(kind(e))
                v26 = 18446744073709551616
                v27 = 2305843009213693951
            try:
                a >>= 1
            except Exception as e:
                LOG.append(kind(e))
        except:
            raise
        else:
            v28, v29 = tuple(ITEMS[:][2:-1][0:-1])
        finally:
            v30, v31 = divmod(('{0:>6}|{1!r}'.format(True, 'a') in {i: 1 for i in 'a'}), ((2305843009213693951 ^ -4) and range(4).count(-2147483649)))
            v30, v31 = v31, v30
            try:
                a **= 2
            except Exception as e:
                LOG.append(kind(e))
    except Exception as e:
        LOG.append(kind(e))
    a /= digest(digest(7))
    return (a ** 2,)


run(f2, False)
run(f2, 7)
run(f2, 1e-320)
run(f2, None)
