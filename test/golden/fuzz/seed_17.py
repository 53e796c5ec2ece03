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
    try:
        with Guard((not 12L)) as v1:
            try:
                LOG.append(show(v1))
            except Exception as e:
                LOG.append(kind(e))
            try:
                return (sorted([][2:3], key=repr, reverse=(False or False)) + [1, 2.5, None])[0]
            except Exception as e:
                LOG.append(kind(e))
    except Exception as e:
        LOG.append(kind(e))
    try:
        try:
            v2 = ('hello world'[::-2].replace('', ('x,y,,z' * 2))[:60].split(','))[:12]
            try:
                v3 = all(i for i in v2)
            except Exception as e:
                LOG.append(kind(e))
                v3 = True
            raise StopIteration
        finally:
            def v4(p=~(3), *rest):
                try:
                    LOG.append(show(rest))
                except Exception as e:
                    LOG.append(kind(e))
                return sum(xrange(-2, 9, 2))
            v5 = v4(1)
            return divmod(digest('\x00\xff'.find('hello world')), len(divmod(False, 256)))[0]
    except Exception as e:
        LOG.append(kind(e))
    with Guard((0L == 2147483648 != -0.0)) as v6:
        try:
            v7 = max(round(max(1e22, -2.5), 2), v6)
        except Exception as e:
            LOG.append(kind(e))
            v7 = 0.0
        try:
            try:
                v6 = ((v6 + v6) - v6)
                v8, v9 = '{0:<5}|{1!r}'.format(v6, '\x00\xff')[5:2].title()[:2]
                v8, v9 = v9, v8
                try:
                    v9 = (v9)[:40]
                except Exception as e:
                    LOG.append(kind(e))
            finally:
                v10 = (filter(callable, ['a', 2.5])[::-1][::-1])[:12]
        except Exception as e:
            LOG.append(kind(e))
        v11 = v6
    v6 |= v6
    try:
        return (((range(4) * 2) * 1) if (Old('q', 2)[0] is not None) else v6)
    except Exception as e:
        LOG.append(kind(e))
    return '{0:^7}|{1!r}'.format((v6 + v6), str([1, 2, 3])).find(repr(v6)[:50])


run(f0)
run(f0)
run(f0)
run(f0)


def f1(a, b):
    try:
        for v12 in [abs((True - 1e-5)), a]:
            try:
                return b
            except Exception as e:
                LOG.append(kind(e))
            try:
                return b
            except Exception as e:
                LOG.append(kind(e))
            try:
                b = (Point(v12) + (a + Point()))[1]
                v13 = ((v12 << 62)) % 2 ** 64
            except (TypeError, ValueError, KeyError) as v14:
                LOG.append(kind(v14))
                try:
                    v12 = ((','.join(['' for k in sorted(filter(lambda i: i < 3, range(4)))[:5]]) + chr(divmod(a, v12)[0] % 256)))[:40]
                except Exception as e:
                    LOG.append(kind(e))
                ITEMS[5] = 4
            else:
                LOG.append(show(v12))
                bump()
            LOG.append(show(v12))
    except Exception as e:
        LOG.append(kind(e))
        v12 = 'hello world'
    v15 = 0
    while v15 < 6:
        v15 += 2
        pass
        try:
            v16 = float(isinstance(b, object))
        except Exception as e:
            LOG.append(kind(e))
        try:
            TABLE['z'] = 1
        except Exception as e:
            LOG.append(kind(e))
    v17 = round((round(1e-320, 3) * a), -2)
    return (list(count(1)).count(a),)


run(f1, 12L, False)
run(f1, -2147483649, 1e-5)
run(f1, -0.0, 5)
run(f1, -4, [1, 2, 3])


def f2(a, b, c):
    try:
        LOG.append(show(a))
    except Exception as e:
        LOG.append(kind(e))
    try:
        v18 = ('%x' % (a).replace('a', chr(range(5)[-1] % 256))[:60])[:40]
    except Exception as e:
        LOG.append(kind(e))
    v19 = divmod(f0(), ITEMS[-2])[1]
    v19 = b ** 2
    for v20 in (max(abs(float('inf')), divmod(7, -1)[1]), reduce(lambda p, q: p | q, xrange(1, 9, 2), digest(9223372036854775807))):
        try:
            LOG.append(show(b))
        except Exception as e:
            LOG.append(kind(e))
        b |= (['a', 2.5].count(10) and digest(-2147483649))
        try:
            v21 = (divmod(c, f1(map(lambda i: (i, 1), []), ('12' or u'abc'))))[:9]
        except Exception as e:
            LOG.append(kind(e))
        v19 = a
    else:
        with Guard(((1,) != (1, 'b', 2.5))) as v22:
            try:
                v22 &= v22
            except Exception as e:
                LOG.append(kind(e))
            try:
                v22 = isinstance(Old(v22)[0], int)
            except Exception as e:
                LOG.append(kind(e))
            try:
                v23 = (((chr(18446744073709551616 % 256) or ('%s' + "pad...")[3]) + (chr(sys.maxint % 256) + ('%s' + "pad...")[-1])))[:40]
            except Exception as e:
                LOG.append(kind(e))
        ITEMS[3] = 9
        v24 = b
    b = ((digest(f1(False, [1, 2, 3])), sum(range(1))))[:9]
    return b


run(f2, 0L, 0, 7)
run(f2, 256, 1e22, ' pad ')
run(f2, 3.14, 9223372036854775808, False)
run(f2, '\x00\xff', '12', None)
