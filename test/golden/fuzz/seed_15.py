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


@same
def f0(a, b):
    yield 0
    if bool('%s-%s' % (ITEMS[2], ('\x00\xff' or '\x00\xff'))):
        if ('abc'.partition(',') == (lambda p, q=a: p + q)(Point(0.5, 1).scale)):
            try:
                LOG.append((yield b))
            except Exception as e:
                LOG.append(kind(e))
            yield (b if (all(i for i in range(4)) and ('' not in 'hello world')) else tuple('%s'.split(',')))
            try:
                bump()
                try:
                    a //= (a << 62)
                except Exception as e:
                    LOG.append(kind(e))
                a = (filter(callable, ITEMS[:]).count(b) in [u'abc' for i in range(3)])
                raise KeyError([1, 2, 3].count(b))
            except (TypeError, ValueError, KeyError) as v1:
                LOG.append(kind(v1))
                b = ord(chr((5 + b) % 256))
                v2 = ('%s-%s' % (b, ('\x00\xff'.strip() + "pad...")[-2]))[:40]
            else:
                try:
                    LOG.append((yield digest(len(dict(a=b, b=range(4))))))
                except Exception as e:
                    LOG.append(kind(e))
            finally:
                v3 = ('A1b2'[::-2].split(',')[::-1])[:12]
                try:
                    v4 = (int((b or b)) * abs((7e15 if a else -1e300)))
                except Exception as e:
                    LOG.append(kind(e))
                    v4 = 0.0
        else:
            try:
                b = (b and ((b if a else b) % 3))
            except Exception as e:
                LOG.append(kind(e))
            v5, v6 = str(ITEMS[:]).partition('l')[2:]
            v7 = (round(float(True), -2) * round((0.5 + v5), 1))
    else:
        try:
            v8 = bump(1)
        except Exception as e:
            LOG.append(kind(e))
            v8 = 256
        v8 = (chr(reduce(lambda p, q: p - q, range(3), False) % 256)[3:-2])[:40]
    v9, v10 = (b << 62), ('abc' + 'a').find(`b`)
    yield (set(['a', 2.5]) - frozenset(u''))
    v10 = b


run((lambda *a: list(f0(*a))), -10 ** 25, 1)
run((lambda *a: list(f0(*a))), 9223372036854775808, -2.5)
run((lambda *a: list(f0(*a))), float('nan'), 2305843009213693952)
run((lambda *a: list(f0(*a))), 7e15, '')


def f1(a=True):
    yield 0
    a = ('%s-%s' % ((list(f0([1, 2, 3], *(7e15,))) // 2.5), ''[-1:2].lower()))[:40]
    v11 = (a)[:40]
    try:
        v12 = int(((0L == True < float('inf')) and (False and False)))
    except Exception as e:
        LOG.append(kind(e))
        v12 = -4
    try:
        TABLE['z'] = 0
    except Exception as e:
        LOG.append(kind(e))
    try:
        v13 = abs(max(round(-1e300, 3), bump(1)))
    except Exception as e:
        LOG.append(kind(e))
        v13 = 3.14
    try:
        for v15, v14 in enumerate(((v13 if all(i for i in ['a', 2.5]) else float(v12)), len((1, 'b', 2.5)[3:]))):
            v16 = v12
            v17 = ((v13 - float(False)) * v15)
            try:
                v12 = v16
            except Exception as e:
                LOG.append(kind(e))
        else:
            try:
                yield ([v14 for k in xrange(9, 2, -2) if False] + [1, 2.5, None])[2]
            except Exception as e:
                LOG.append(kind(e))
            try:
                LOG.append((v12 & (v16 << 62)))
                try:
                    ITEMS[0] = 4
                except Exception as e:
                    LOG.append(kind(e))
                try:
                    v18, v19 = divmod(v12, (v16 if (False > 7 >= v14) else bump(2)))
                except Exception as e:
                    LOG.append(kind(e))
                    v18 = 18446744073709551616
                    v19 = -4
            finally:
                try:
                    v14 &= v15
                except Exception as e:
                    LOG.append(kind(e))
                try:
                    LOG.append(reduce(lambda p, q: p | q, (v12 for i in v11[:6]), Point().area))
                except Exception as e:
                    LOG.append(kind(e))
            v20 = ((v15 // v12) if (not tuple([])) else a)
    except Exception as e:
        LOG.append(kind(e))
        v14 = 1e-320
        v16 = 18446744073709551616
        v17 = 7e15
    v21 = (sorted(dict(a=(v12 or v16), b=([] * 2)).items()))[:12]


run((lambda *a: list(f1(*a))), 2)
run((lambda *a: list(f1(*a))), -10 ** 25)
run((lambda *a: list(f1(*a))), -1e300)
run((lambda *a: list(f1(*a))), 2305843009213693952)


def f2(a, b, c):
    try:
        a &= -max(float('nan'), 1e22)
    except Exception as e:
        LOG.append(kind(e))
    v22 = list(f1(zip(zip(range(4), 'a'), repr('abc')[:50])))
    v23, v24 = b, any(i for i in sorted([1, 2, 3]))
    v23, v24 = v24, v23
    return ('x,y,,z' + 'hello world')[-1:2].partition(',')


run(f2, 7, 9223372036854775808, 256)
run(f2, -2147483649, 1e-5, 'abc')
run(f2, 7e15, -10 ** 25, sys.maxint)
run(f2, ['a', 2.5], None, ' pad ')
