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


def f0(a, b, c=-4):
    try:
        return (lambda p, q=reduce(lambda p, q: p * q, [b, all(i for i in range(4))], b): p < q)(sum([b, b]))
    except Exception as e:
        LOG.append(kind(e))
    try:
        try:
            v1 = 2
            while v1 < 4:
                v1 += 2
                LOG.append(int((b > b)))
                if ([b for i in count(0, 1) if True] == c):
                    break
                v2, v3 = (('x,y,,z' or '12').partition(',') + (b,))
                v2, v3 = v3, v2
            try:
                v2 = ((int(b) ^ (v3 << 62)) + b)
            except Exception as e:
                LOG.append(kind(e))
            try:
                v2 = int(([v3, float('inf'), dict(TABLE)] <= sorted(range(4), key=str, reverse=False)))
            except Exception as e:
                LOG.append(kind(e))
        except (TypeError, ValueError, KeyError) as v4:
            LOG.append(kind(v4))
            try:
                v5 = a
            except Exception as e:
                LOG.append(kind(e))
    except Exception as e:
        LOG.append(kind(e))
    if (b < b >= (b / (1e300 / (3.14 or 3)))):
        try:
            v6, v7 = ((b or b) // ([].count(b) or 3)), divmod(b, ITEMS[-1])[1]
        except Exception as e:
            LOG.append(kind(e))
        for v9, v8 in enumerate(xrange(9, -1, -2)):
            try:
                LOG.append(show(c))
            except Exception as e:
                LOG.append(kind(e))
            try:
                v9 = ((v8, sorted([b, 2147483648, -10 ** 25], key=repr, reverse=('%s' not in 'abc'))))[:9]
            except Exception as e:
                LOG.append(kind(e))
            return (v8 if ((v8 << 3) == '%i%%' % (3)) else 2147483648)
    else:
        v10, v11 = divmod(b, u'abc'[::-1].find(('abc' + '%s')))
        try:
            v10 |= abs((v11 / float('nan')))
        except Exception as e:
            LOG.append(kind(e))
    b = (Point(Point(0.5, 1).x, -3.14) if isinstance(c, (float, list)) else b)
    v12 = ((list('%s'[::2]) + map(lambda i: (i, 1), ITEMS[:][-2:-1])))[:12]
    return (lambda p, q=reduce(lambda p, q: p - q, range(-1), len({1: 2})): q)(sum([1000, any(i for i in v12)]))


run(f0, 9223372036854775808, 2, 5)
run(f0, False, 1.0, '')
run(f0, 1e10, 2147483648, 1000)
run(f0, 'hello world', None, 1.0)


def f1(a, b, c):
    if (','.join([' pad ' for j in count(5, 2)]) in dict.fromkeys(u'-'.join(['\x00\xff' for j in xrange(0, -1)]), c)):
        c = len({i: i for i in '12'.title()})
        try:
            if (c > isinstance((lambda p, q=c: (p, q))(c), long)):
                try:
                    LOG.append(show(c))
                except Exception as e:
                    LOG.append(kind(e))
            else:
                try:
                    LOG.append(show(b))
                except Exception as e:
                    LOG.append(kind(e))
                v13 = ([float(False) for k in (round(round(7e15, 2), -1), sum([max(1e10, c), digest(c)])) if (c == c < k)])[:12]
            bump()
        finally:
            try:
                c = ((max(0.5, c) + round(float('inf'), 5)) * ((-0.0 / (1.0 or 3)) if bool(a) else (1.0 * c)))
            except Exception as e:
                LOG.append(kind(e))
        v14 = (bump() + (len(' pad ') >> 1))
    return (lambda p, q=reduce(lambda p, q: p - q, range(5), reduce(lambda p, q: p - q, [sys.maxint for j in (c, 255)], 2305843009213693952)): (p, q))(cmp(f0(-2147483649, 'A1b2', c), digest(1)))
    TABLE['z'] = 1
    if (a == dict.fromkeys(u'abc', -9223372036854775808).get('%s'[1:-1], len('hello world'))):
        return a
    elif (sum(range(1)) in 'hello world'.split('l')[1:0]):
        v15, v16 = repr(c)[:50].partition(',')
        v17 = v15
        c &= c
    else:
        c = (str(sorted({-10 ** 25: -0.0, '': 12L}.keys())))[:40]
        v18 = (list(count(-1)))[:12]
    try:
        v19, v20 = repr(u''[3:3].capitalize())[:50][:2]
    except Exception as e:
        LOG.append(kind(e))
        v19 = u'\xe9t\xe9'
        v20 = '12'
    try:
        v21 = ({digest(sys.maxint), c} ^ set(v20))
    except Exception as e:
        LOG.append(kind(e))
        v21 = {1, 2}
    return ((1,)[1:] + (1, 'b', 2.5)[0:])[-1:]


run(f1, sys.maxint, 0, 5)
run(f1, False, -1e300, 'abc')
run(f1, 1.0, 2305843009213693951, False)
run(f1, ['a', 2.5], '', -1)


@same
def f2(a):
    v22 = -3
    while v22 < 4:
        v22 += 2
        try:
            def v23(p=a, *rest):
                return p
                return p
                return p
            v24 = v23((not []))
        except Exception as e:
            LOG.append(kind(e))
            v24 = 10 ** 20
    def v25(p=a, *rest):
        try:
            v26 = a
        except Exception as e:
            LOG.append(kind(e))
            v26 = 1
        try:
            v27 = round(((1e-5 if True else float('inf')) if (p is None) else (v26 + -2.5)), 0)
        except Exception as e:
            LOG.append(kind(e))
            v27 = 1.0
        return p
    v28 = v25(*[1, 2.5])
    try:
        LOG.append(show(v28))
        if (a in (zip(['a', 2.5], 'abc') + sorted(['a', 2.5], key=str, reverse=True))):
            v29 = (`(a // (divmod(a, a)[0] or 3))`)[:40]
            try:
                LOG.append(show(a))
            except Exception as e:
                LOG.append(kind(e))
            a = (((1e22 % (1e300 or 3)) + [1, 2, 3].count(a)) if (all(i for i in ITEMS[:]) and isinstance(v28, (float, list))) else abs(-2.5) ** 2)
        else:
            try:
                a *= 'a'[-2:2].find(''[::-1])
            except Exception as e:
                LOG.append(kind(e))
    finally:
        try:
            ITEMS[-2] = 4
        except Exception as e:
            LOG.append(kind(e))
        v30 = ITEMS[0]
    return (ITEMS[3], (ITEMS[:] + [1, 2, 3]).count((-10 ** 25 + 12L)))


run(f2, 2305843009213693952)
run(f2, 10 ** 20)
run(f2, 1e10)
run(f2, ['a', 2.5])
