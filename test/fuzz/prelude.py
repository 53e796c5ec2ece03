"""What random programs begin with: HARNESS with `run`, which prints what a call
gives, and PRELUDE: classes, generators and functions that their random part
uses.  A program has those of them that it names, and HARNESS may be a module
of its own: they would be most of it, and take the time."""
import re

HARNESS = '''\
import sys

LOG = []
SHOWN = [int, long, str, unicode, type(None)]
MAIN = sys.modules['__main__'].__dict__


def kind(e):
    # Which of the two a size out of reach gives depends on the machine.
    big = isinstance(e, (MemoryError, OverflowError))
    return 'big' if big else type(e).__name__


def trap(f, *args, **named):
    try:
        return f(*args, **named)
    except Exception as e:
        return kind(e)


def show(v, depth=0):
    if isinstance(v, (float, complex, bytearray)):
        return repr(v)
    if isinstance(v, (list, tuple)) and depth < 4:
        return type(v).__name__ + ''.join(' ' + show(x, depth + 1) for x in v)
    if isinstance(v, tuple(SHOWN)):
        return repr(v)[:300]
    if isinstance(v, dict):
        return 'dict ' + ' '.join(sorted(show(k) + ':' + show(v[k])
                                         for k in v))
    if isinstance(v, (set, frozenset)):
        return 'set ' + ' '.join(sorted(show(x) for x in v))
    return type(v).__name__


def lines():
    tb, found = sys.exc_info()[2], []
    while tb:
        if tb.tb_frame.f_globals is MAIN:
            found.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return found


def run(f, *args):
    del LOG[:]
    try:
        result = show(f(*args))
    except Exception as e:
        result = kind(e)
        if result != 'big':
            result += ': ' + str(e.args)
        tb = sys.exc_info()[2]
        while tb:
            # Which frames a library has is its own affair.
            if tb.tb_frame.f_globals is MAIN:
                line = tb.tb_lineno
            tb = tb.tb_next
        result += ' @%d' % line
    print f.__name__, result, LOG, MAIN['COUNT']
'''
PRELUDE = '''\
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


KEPT = {'bump': bump}


def digest(v):
    return hash(v) if isinstance(v, (int, long, float, str)) else 0


KEPT['digest'] = digest


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


SHOWN.append(Point)


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


SHOWN.append(Old)


class Guard(object):
    def __init__(self, swallow=False):
        self.swallow = swallow

    def __enter__(self):
        LOG.append('in')
        return 7

    def __exit__(self, what, value, tb):
        LOG.append(what and kind(value or what()))
        return self.swallow


class Num(int):
    def __add__(self, other):
        return Num(int(self) + 1) if other == 2 else int.__add__(self, other)

    def __repr__(self):
        return 'Num(%d)' % self


class Text(str):
    def __getitem__(self, i):
        return '<' + str.__getitem__(self, i) + '>'

    def __len__(self):
        return 1 + str.__len__(self)


class Mine(ValueError):
    def __str__(self):
        return 'mine' + ValueError.__str__(self)


class Deep(Mine):
    def __init__(self, first=0, *rest):
        Mine.__init__(self, first, *rest)
        self.rest = rest


class Lost(LookupError):
    level = 1


class Cell(object):
    def __init__(self, start):
        self.start = start

    def __get__(self, owner, cls):
        if owner is None:
            return 'Cell of ' + cls.__name__
        return owner.__dict__.get('cell', self.start)

    def __set__(self, owner, v):
        owner.__dict__['cell'] = v

    def __delete__(self, owner):
        del owner.__dict__['cell']


class Lazy(object):
    def __init__(self, f):
        self.f = f

    def __get__(self, owner, cls):
        if owner is None:
            return self.f.__name__
        owner.__dict__['lazy'] = self.f(owner)
        return owner.lazy


class Root(object):
    def __init__(self, x=0, y=0):
        self.x, self.y = x, y

    def __repr__(self):
        return '%s(%r, %r)' % (type(self).__name__, self.x, self.y)

    def tell(self, *way):
        return way

    @classmethod
    def where(cls):
        return cls.__name__

    @staticmethod
    def total(k=3):
        return k


class Left(Root):
    cell = Cell(5)

    def tell(self, *way):
        return super(Left, self).tell('left', *way)


class Right(Root):
    level = 'right'

    def tell(self, *way):
        return super(Right, self).tell('right', *way)

    @Lazy
    def lazy(self):
        LOG.append('lazy')
        return self.x


class Both(Left, Right):
    def __getattr__(self, name):
        if name[:1] == '_' or name == 'z':
            raise AttributeError(name)
        return name * 2


class Meta(type):
    def __new__(meta, name, bases, names):
        names['made'] = name.lower()
        return type.__new__(meta, name, bases, names)

    def __call__(cls, *args, **named):
        LOG.append(cls.__name__)
        return type.__call__(cls, *args, **named)

    def __getattr__(cls, name):
        if name[:1] == '_':
            raise AttributeError(name)
        return 'meta ' + name


class Made(object):
    __metaclass__ = Meta

    def __init__(self, x=1, y=1):
        self.x = x
        self.y = y

    def __setattr__(self, name, v):
        object.__setattr__(self, name, (v, name) if name == 'y' else v)

    def __delattr__(self, name):
        LOG.append('del ' + name)
        object.__delattr__(self, name)


class Vec(object):
    __slots__ = 'x', 'y'

    def __init__(self, x=0, y=0):
        self.x = x
        self.y = y

    def __repr__(self):
        return 'Vec(%r, %r)' % (self.x, self.y)

    def __mul__(self, k):
        if isinstance(k, Vec):
            return self.x * k.x
        return Vec(self.x * k, k)

    def __rmul__(self, k):
        return Vec(k, self.y)

    def __sub__(self, other):
        return NotImplemented

    def __rsub__(self, other):
        return ('rsub', other)

    def __isub__(self, other):
        self.y = other
        return self

    def __imul__(self, other):
        return NotImplemented

    def __ior__(self, other):
        return [self.x, other]

    def __neg__(self):
        return Vec(-self.x, self.y)

    def __abs__(self):
        return self.x

    def __pow__(self, n, mod=None):
        return (n, mod)

    def __rpow__(self, n):
        return ('rpow', n)

    def __rlshift__(self, n):
        return n

    def __cmp__(self, other):
        return cmp(self.x, other.x) if isinstance(other, Vec) else 1

    def __hash__(self):
        return 7

    def __contains__(self, v):
        return v is None or v == self.x

    def __getitem__(self, i):
        if isinstance(i, slice):
            return (i.start, i.stop, i.step)
        if i > 2:
            raise IndexError(i)
        return i

    def __delitem__(self, i):
        LOG.append(('del', show(i)))


SHOWN.append(Vec)


def count(n, step=1):
    i = 0
    while i < n:
        got = yield i
        i += step if got is None else got
    LOG.append('end')


def looked(n, box=None, *rest, **named):
    try:
        for i in range(n):
            try:
                got = yield (i, box)
                if got:
                    box = got
            except ValueError as e:
                LOG.append(kind(e))
                box = 'thrown'
    finally:
        LOG.append(('closed', len(rest), sorted(named)))


def relay(g):
    try:
        v = next(g)
        while True:
            try:
                got = yield v
            except Exception as e:
                LOG.append(kind(e))
                v = g.throw(type(e), e)
            else:
                v = g.send(got)
    except StopIteration:
        LOG.append('over')
    finally:
        g.close()
'''

# A statement of the first column, with its decorators and the lines under it.
BLOCK = re.compile(r'(?:^@.*\n)*^[^\s@].*\n(?:(?:[ \t].*)?\n)*', re.M)
# What it defines or, for classes, adds to.
DEFINED = re.compile(r"^(?:class (\w+)|def (\w+)|(\w+) =|SHOWN\.append\((\w+)|"
                     r"KEPT\['(\w+)'\])", re.M)
ALWAYS = 'COUNT', 'KEPT'


def words(text):
    return set(re.findall(r'[a-zA-Z_]\w*', text))


def name_of(block):
    return next(filter(None, DEFINED.search(block).groups()))


def prelude_for(text):
    """Those parts of PRELUDE that the text names, and what they name."""
    blocks = [(name_of(b), b) for b in BLOCK.findall(PRELUDE)]
    used, grown = words(text).union(ALWAYS), True
    while grown:
        before = len(used)
        for name, block in blocks:
            if name in used:
                used |= words(block)
        grown = len(used) > before
    return ''.join(block for name, block in blocks if name in used)
