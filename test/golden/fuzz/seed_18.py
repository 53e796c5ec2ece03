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


def f0(a, b):
    try:
        bump()
    except Exception as e:
        LOG.append(kind(e))
    v1, v2 = (int(abs(0.5)), list(count(1)))
    try:
        v2 = float((Old('q', 2)[0] is not None))
    except Exception as e:
        LOG.append(kind(e))
    v3 = v2
    v4 = v2 ** 2
    try:
        try:
            v3 += max((b | v1), reduce(lambda p, q: p * q, range(3), False))
        except Exception as e:
            LOG.append(kind(e))
        raise StopIteration
    except Exception as v5:
        LOG.append(kind(v5))
        for v6 in reversed(list(enumerate([1, 2, 3][::-1]))[:4]):
            v1 <<= 1
            v1 = v1 % 1000003
            try:
                return v6
            except Exception as e:
                LOG.append(kind(e))
            return v6
        for v8, v7 in enumerate(reversed([(range(4) + [1, 2, 3]), (u'\xe9t\xe9' * 3)][:4])):
            LOG.append(show(v7))
            v9 = v3
            v9 = v2 ** 2
    except:
        LOG.append('bare')
    return (filter(None, '\x00\xff'.split(',')) + [1, 2.5, None])[0]


run(f0, 2305843009213693952, 2147483648)
run(f0, 9223372036854775808, 7e15)
run(f0, 1e-320, 2305843009213693952)
run(f0, -2.5, [1, 2, 3])


def f1():
    try:
        v10 = frozenset('{0:>6}|{1!r}'.format(f0(-0.0, [], 'hello world'), `7`))
    except Exception as e:
        LOG.append(kind(e))
    try:
        assert bool({bump(), 'abc'[::2]}), `max(digest(-1), (0) ** 3)`
    except Exception as e:
        LOG.append(kind(e))
    try:
        v11 = (str((1e22 if False else 0.0) ** 2))[:40]
    except Exception as e:
        LOG.append(kind(e))
        v11 = ' pad '
    v11 = {divmod(max(-4, 1000), bump(2))[0], repr(round(0.5, 3))[:50]}
    try:
        bump()
    except Exception as e:
        LOG.append(kind(e))
    if (not ('%i%%' % (1e22) + ' pad '.replace('l', ' pad ')[:60])):
        v12 = (repr('{0:>6}|{1!r}'.format(int(2305843009213693952), u''[::-2]))[:50])[:40]
    else:
        try:
            if (([['a', 2.5]] + [1, 2.5, None])[-1] == Point(10)[0]):
                v13 = reduce(lambda p, q: p - q, count(5), ((5 or 9223372036854775808) & Point().area))
                try:
                    LOG.append(show(v13))
                except Exception as e:
                    LOG.append(kind(e))
                try:
                    v14 = (`reduce(lambda p, q: p | q, [1e22, True], v13)` not in ('' + "pad...")[0].upper())
                except Exception as e:
                    LOG.append(kind(e))
                    v14 = False
            else:
                try:
                    v15 = (cmp(int(2305843009213693952), reduce(lambda p, q: p | q, count(0), -10 ** 25)) & (long(256) << 31))
                except Exception as e:
                    LOG.append(kind(e))
                    v15 = 5
                try:
                    v16 = (divmod(cmp((v15 if False else v15), v15), v15))[:9]
                except Exception as e:
                    LOG.append(kind(e))
                    v16 = ()
        except Exception as e:
            LOG.append(kind(e))
        v17 = int(Point(256, 7e15).y)
        v11 = LOG.append(int((1e300 - 7e15)))
    return (float(cmp(4611686018427387904, -1)) // max(round(1e-5, 3), -1e300 ** 2))


run(f1)
run(f1)
run(f1)
run(f1)


def f2():
    try:
        v18 = Old((~(-1)) ** 2, (1e300 ** 2 - round(1.0, 5)))
    except Exception as e:
        LOG.append(kind(e))
        v18 = Old()
    def v19(p=Old('q', 2).area, *rest):
        try:
            try:
                try:
                    v20, v21 = '%s-%s' % (((2147483647 or 9223372036854775808) / -(-9223372036854775808)), (('x,y,,z' + '\x00\xff') + "pad...")[0])[:2]
                    v20, v21 = v21, v20
                except Exception as e:
                    LOG.append(kind(e))
                    v20 = ''
                v22, v23 = divmod(({1: 2}.get(v20, -2305843009213693953) == (range(4) + [1, 2.5, None])[-1]), (range(5)[3] if isinstance(2, (float, list)) else (9223372036854775808 ^ -2147483649)))
                v22, v23 = v23, v22
            except (AttributeError, UnboundLocalError) as v24:
                LOG.append(kind(v24))
                v23 = v22
        except Exception as e:
            LOG.append(kind(e))
            v22 = 5
        for v26, v25 in enumerate([v22, v22]):
            rest = (rest)[:9]
            try:
                v27 = ('{0:}|{1!r}'.format((v25 & v25), '{0:5}|{1!r}'.format((2147483647 & v22), '%i%%' % (v22))))[:40]
            except Exception as e:
                LOG.append(kind(e))
                v27 = u'\xe9t\xe9'
            if bool([str(v22), dict(zip('a', [1, 2, 3]))]):
                break
        return v18[1]
    v28 = v19('s', 2)
    pass
    LOG.append(ord('a'.replace('', u'')[:60]))
    return v28
    v29, v30 = (chr(range(5)[0] % 256),)
    try:
        v18[-2] = v29
    except Exception as e:
        LOG.append(kind(e))
    return v29


run(f2)
run(f2)
run(f2)
run(f2)
