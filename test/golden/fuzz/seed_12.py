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
        v1 = (chr(reduce(lambda p, q: p - q, (1 for i in count(1, 2)), (256 if True else 1)) % 256))[:40]
    except Exception as e:
        LOG.append(kind(e))
    return {i: i for i in str(2305843009213693952)}.get(u'-'.join(['A1b2' for j in count(3, 2) if True]), max(Point().total(), bump(1)))
    try:
        try:
            for v2 in range(1):
                try:
                    LOG.append(v2)
                except Exception as e:
                    LOG.append(kind(e))
                if ((filter(callable, range(4)) if isinstance(float('inf'), long) else (7e15 - float('inf'))) == bump(2)):
                    break
                try:
                    v2 = (divmod(abs(v2), any(i for i in ITEMS[:])) if bool(v2) else round(max(1e-320, v2), 0))
                except Exception as e:
                    LOG.append(kind(e))
        except Exception as e:
            LOG.append(kind(e))
    except (AttributeError, UnboundLocalError) as v3:
        LOG.append(kind(v3))
        try:
            v4 = ((Old() + Old('q', 2)).total(2) or reduce(lambda p, q: p | q, (i for i in xrange(3, 2) if True), sys.maxint))
        except Exception as e:
            LOG.append(kind(e))
            v4 = 5
    finally:
        try:
            pass
        except Exception as e:
            LOG.append(kind(e))
        return v4
    for v5 in reversed(filter(None, list(' pad '))[:4]):
        for v6 in sorted(map(lambda i: repr(i), [])[2:5])[:5]:
            v7 = (tuple(list(enumerate(map(lambda i: i > 1, ITEMS[:])))))[:9]
            try:
                TABLE['a'] = 1
            except Exception as e:
                LOG.append(kind(e))
            try:
                v8 = LOG.append(v4)
            except Exception as e:
                LOG.append(kind(e))
                v8 = None
        else:
            v9 = abs(-float('nan')) ** 2
        v10 = (v4) % 2 ** 64
    v11 = (v4 + v4)
    return float(v4) ** 2


run(f0)
run(f0)
run(f0)
run(f0)


def f1(a, b):
    try:
        a += (a - divmod(a, a)[1])
    except Exception as e:
        LOG.append(kind(e))
    for v12 in count(2, 1):
        try:
            v13 = Point((Point(0.5, 1) + Old('q', 2)).scale)
        except Exception as e:
            LOG.append(kind(e))
        try:
            LOG.append(show(v12))
        except Exception as e:
            LOG.append(kind(e))
        try:
            with Guard((12L is not None)) as v14:
                try:
                    v15 = (((v14 + Old()) + (Point3(3, 4) + Old())) + ((v14 | 9223372036854775808) + (-4 + Old())))
                except Exception as e:
                    LOG.append(kind(e))
        except Exception as e:
            LOG.append(kind(e))
    for v16 in repr(v12)[:50][:6]:
        try:
            ITEMS[0] = 0
        except Exception as e:
            LOG.append(kind(e))
        bump()
        bump()
    try:
        LOG.append(show(b))
    except Exception as e:
        LOG.append(kind(e))
    try:
        v16 = (v16)[:40]
    except Exception as e:
        LOG.append(kind(e))
    try:
        a **= 2
    except Exception as e:
        LOG.append(kind(e))
    try:
        LOG.append(show(v12))
    except Exception as e:
        LOG.append(kind(e))
    return (a and divmod(a, v12)[1])


run(f1, -1, -1)
run(f1, -2305843009213693953, 7e15)
run(f1, 7e15, 2305843009213693952)
run(f1, ITEMS[:], None)


def f2():
    v17 = ('%s-%s' % (int((' pad ' not in '')), 'a'.replace('a', ' pad ')[:60].replace('a', ('A1b2' * -1))[:60]))[:40]
    try:
        with Guard((v17 not in v17)) as v18:
            bump()
            for v19 in range(-1):
                try:
                    LOG.append(show(v17))
                except Exception as e:
                    LOG.append(kind(e))
                LOG.append(show(v19))
                v20 = {len((' pad ' or '%s')): (lambda p, q=digest(v18): p)(int(v19)), (v17 * -2): v18}
                if (v17 in {i: i for i in (v17 * -2)}):
                    break
                assert bool(dict(a=(v18) ** 2, b=list(v17))), ((dict(a=v18, b=ITEMS[:]) + v17[::2]) or v17)
            else:
                v21 = (v17)[:40]
                v22 = frozenset((v21 + "pad...")[2])
    except Exception as e:
        LOG.append(kind(e))
    v23 = round(float(True) ** 2, 1)
    v24 = (v17)[:40]
    v23 = (sorted(((range(4) * 0) * 2)))[:12]
    return (ITEMS[0], min((0L) ** 0, int(True)))


run(f2)
run(f2)
run(f2)
run(f2)
