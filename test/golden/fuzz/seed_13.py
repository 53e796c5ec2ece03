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


def f0(a, b, c):
    try:
        with Guard(((1, 'b', 2.5) == ())) as v1:
            v1 <<= 1
            v2 = ((((u'' + "pad...")[5] or '%s-%s' % (b, 'A1b2')) or repr(c)[:50]))[:40]
    except Exception as e:
        LOG.append(kind(e))
        v1 = False
    try:
        try:
            try:
                c *= v1
            except Exception as e:
                LOG.append(kind(e))
            v3 = round((-float('inf') * c), -2)
            try:
                ITEMS[-2] = 4
            except Exception as e:
                LOG.append(kind(e))
        finally:
            try:
                TABLE['a'] = 2
            except Exception as e:
                LOG.append(kind(e))
    except Exception as e:
        LOG.append(kind(e))
    return ({('a' if False else 2305843009213693952): b, `b`: max(b, c)} if ('a' == Old()) else max((1e10 + 0.0), b))
    try:
        for v4 in zip(list(enumerate(ITEMS[:])), 'A1b2'[-2:1])[:6]:
            v5 = (tuple(sorted('hello world'.split('l'), key=str, reverse=('' > 'abc'))))[:9]
            if isinstance(v4, int):
                v6 = ((c, -1.0)[3:])[:9]
            else:
                try:
                    v1 *= (max(float('inf'), float('nan')) - a)
                    v1 = v1 % 1000003
                except Exception as e:
                    LOG.append(kind(e))
                a ^= (v1 / 3)
                a = a % 1000003
    except Exception as e:
        LOG.append(kind(e))
        v4 = 'hello world'
    return (ITEMS[-1], v1)


run(f0, 2305843009213693952, 12L, 0)
run(f0, 2, 3.14, 'abc')
run(f0, 7e15, -2147483649, -10 ** 25)
run(f0, 'abc', u'abc', -1e300)


def f1(a, b, c=3):
    yield 0
    try:
        if all(i for i in sorted(dict(zip(u'\xe9t\xe9', [1, 2, 3])).values())):
            try:
                v7 = (chr((a / (c or 3)) % 256).partition('l'))[:9]
            except Exception as e:
                LOG.append(kind(e))
                v7 = (1, 'b', 2.5)
            v8 = c
        elif (('12',)[-2:] <= (c,)[5:]):
            v9 = {(b or c), ('%s-%s' % (a, '\x00\xff') + "pad...")[3]}
            v10 = (v9 ^ {(a - b), 'a'.replace('a', u'')[:60]})
            try:
                v11, v12 = (('12' * 5) not in ''.join([u'' for j in 'A1b2'[:6]])), b
            except Exception as e:
                LOG.append(kind(e))
                v12 = 3
        else:
            v13 = -((b - 0.5) - float(12L))
            try:
                v14, v15 = divmod(a, (`b` in dict.fromkeys(u'abc', c)))
            except Exception as e:
                LOG.append(kind(e))
                v14 = 18446744073709551616
            v16 = 2
            while v16 < 4:
                v16 += 2
                try:
                    yield ([digest(set())] + [1, 2.5, None])[0]
                except Exception as e:
                    LOG.append(kind(e))
    except (TypeError, ValueError, KeyError) as v17:
        LOG.append(kind(v17))
        a = (sorted('12'[::-2].split()))[:12]
        try:
            for v19, v18 in enumerate(((round(1e-320, -2) + round(1e22, 2)), divmod(c, c)[0])):
                c = long(v19)
                v20 = ((ITEMS[0] + Old(v19, 1e-5)) + (b + (c + Old())))
                try:
                    v21 = v20
                except Exception as e:
                    LOG.append(kind(e))
                    v21 = Point3(3, 4)
                if (('abc'[5:2],) != divmod(v18, b)):
                    break
                bump()
        except Exception as e:
            LOG.append(kind(e))
            v19 = 12L
    else:
        b %= --1e10
    finally:
        v22 = ((f0(abs(-1e300), Old().area, '%s-%s' % (c, 'abc')),))[:9]
    v23 = {i: i for i in repr(u'\xe9t\xe9')[:50]}.get((repr(c)[:50] + "pad...")[-2], b)
    try:
        v24 = (frozenset(str(None)) - {b, (' pad ' * -2)})
    except Exception as e:
        LOG.append(kind(e))
    v25 = (''.join([str(float('nan')) for j in a[:6]]))[:40]


run((lambda *a: list(f1(*a))), 0, 2, 2147483648)
run((lambda *a: list(f1(*a))), -4, 1.0, 'hello world')
run((lambda *a: list(f1(*a))), 1e-5, 0L, 12L)
run((lambda *a: list(f1(*a))), 1e-320, 'a', None)


def f2():
    yield 0
    for v26 in range(3):
        def v27(p=digest(v26), *rest):
            try:
                LOG.append(show(rest))
            except Exception as e:
                LOG.append(kind(e))
            try:
                v28 = (v26 or ('%s' + 'x,y,,z').find(('' or 'hello world')))
                p = v26
                raise IndexError, 'idx'
            except Exception as v29:
                LOG.append(kind(v29))
                rest = (rest)[:9]
            return (list(tuple(range(4))) + [1, 2.5, None])[1]
        v30 = v27(*[1, 2.5])
    v31 = (list(str(list(enumerate(ITEMS[:])))))[:12]
    try:
        v26 = ({v26, divmod(1e10, 4611686018427387904)} if (digest(2147483648) == len('hello world') >= (v26 * 1e-5)) else v26)
    except Exception as e:
        LOG.append(kind(e))
    v31 = (filter(lambda i: i < 3, filter(callable, v31)))[:12]
    v32 = 2
    while v32 < 6:
        v32 += 1.5
        v33 = ((digest((1 << 62)), repr(0.0)[:50].find('{0:<5}|{1!r}'.format(10 ** 20, 'abc'))))[:9]
        with Guard((4611686018427387904 <= False < 1e300)) as v34:
            v34 |= (v34 == v34)
            v34 = v34 % 1000003
            try:
                LOG.append((yield v34))
            except Exception as e:
                LOG.append(kind(e))
            try:
                v26 = {i: [i] for i in repr(str(v34))[:50]}
            except Exception as e:
                LOG.append(kind(e))
        v35 = (v34) % 97
        v31.extend((v31)[:5])
    try:
        yield v30
    except Exception as e:
        LOG.append(kind(e))
    try:
        v36 = (v33)[:9]
    except Exception as e:
        LOG.append(kind(e))
        v36 = (1, 'b', 2.5)


run((lambda *a: list(f2(*a))))
run((lambda *a: list(f2(*a))))
run((lambda *a: list(f2(*a))))
run((lambda *a: list(f2(*a))))
