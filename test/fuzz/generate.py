"""Random Python 2.7 programs that end quickly and print what they compute.

A program is a number of functions, each run with several sets of arguments,
so that specialised code meets values it was not made for.  Expressions are
grown by kind (int, float, str, list ...): most operations succeed, and a few
operands of the wrong kind raise, which is printed too.  What is printed
depends on values only: no addresses, no times, no unseeded randomness.
"""
import random
import re

INTS = ['0', '1', '-1', '2', '3', '5', '7', '-4', '10', '255', '256', '1000',
        '2147483647', '2147483648', '-2147483649', '2305843009213693951',
        '2305843009213693952', '-2305843009213693953', '4611686018427387904',
        '9223372036854775807', '-9223372036854775808',
        '9223372036854775808', '18446744073709551616', '12L', '0L',
        '10 ** 20', '-10 ** 25', 'True', 'False', 'sys.maxint', 'Num(7)',
        'Num(-3)', '-sys.maxint - 1', '3037000500', '-2 ** 61']
FLOATS = ['0.0', '-0.0', '1.0', '0.5', '-2.5', '3.14', '1e10', '1e-5', '1e22',
          '1e300', '-1e300', '1e-320', "float('inf')", "float('nan')", '7e15']
STRS = ["''", "'a'", "'abc'", "'hello world'", "'x,y,,z'", "'%s'", "'12'",
        "'\\x00\\xff'", "'A1b2'", "u''", "u'\\xe9t\\xe9'", "u'abc'", "' pad '",
        "u'\\u20acx\\U0001f600'", "Text('tx')", "'a\\tb\\nc'", "u'\\xdf\\u0130'"]
KINDS = ['int'] * 6 + ['float'] * 3 + ['str'] * 3 + ['list'] * 3 + \
    ['tuple'] * 2 + ['dict', 'bool', 'obj', 'any', 'none', 'set']
# Special methods that generated classes may define: parameters, result.
SPECIAL = {'__add__': 'a', '__radd__': 'a', '__sub__': 'a', '__rsub__': 'a',
           '__mul__': 'a', '__div__': 'a', '__mod__': 'a', '__eq__': 'a',
           '__ne__': 'a', '__lt__': 'a', '__cmp__': 'a', '__len__': '',
           '__nonzero__': '', '__getitem__': 'a', '__setitem__': 'a, b',
           '__delitem__': 'a', '__contains__': 'a', '__iter__': '',
           '__call__': 'a=1, *rest, **named', '__int__': '', '__float__': '',
           '__index__': '', '__neg__': '', '__iadd__': 'a', '__hash__': '',
           '__str__': '', '__unicode__': '', '__getslice__': 'a, b',
           '__pow__': 'a', '__and__': 'a'}
RESULT = {'__cmp__': 'int', '__len__': 'int', '__nonzero__': 'bool',
          '__int__': 'int', '__float__': 'float', '__index__': 'int',
          '__str__': 'str', '__unicode__': 'str',
          '__hash__': 'int', '__contains__': 'bool', '__iadd__': 'obj'}


PRELUDE = '''\
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
        while tb:
            # Which frames a library has is its own affair.
            if tb.tb_frame.f_globals is globals():
                line = tb.tb_lineno
            tb = tb.tb_next
        result += ' @%d' % line
    print f.__name__, result, LOG, COUNT
'''


class Scope:
    """Variables in reach: name -> kind."""

    def __init__(self, outer=None):
        self.outer = outer
        self.vars = {}

    def all(self):
        found = dict(self.outer.all()) if self.outer else {}
        found.update(self.vars)
        return found


class Generator:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.lines = []
        self.functions = []  # (name, number of parameters)
        self.classes = []
        self.names = 0
        self.budget = 0
        self.plain = []  # classes made here whose instances have x and y
        self.deepest = 2
        self.in_loop = 0
        self.in_function = 0
        self.is_generator = False
        self.scope = Scope()

    # --- small tools

    def pick(self, *choices):
        return self.r.choice(choices)

    def chance(self, p):
        return self.r.random() < p

    def emit(self, depth, text):
        # An int that stands for an object: 1.real is no syntax.
        text = re.sub(r'(?<![\w.-])(\d+)\.(?=[a-zA-Z]\w)', r'(\1).', text)
        self.lines.append('    ' * depth + text)

    def fresh(self):
        self.names += 1
        return 'v%d' % self.names

    def var(self, kind):
        """A variable of the kind, or None."""
        have = [n for n, k in self.scope.all().items() if k == kind]
        return self.r.choice(sorted(have)) if have else None

    # --- expressions

    def expr(self, kind, depth=0):
        if self.chance(0.01):
            kind = self.r.choice(KINDS)
        v = self.var(kind)
        if v and self.chance(0.55 if depth < 3 else 0.8):
            return v
        if depth > self.deepest:
            return self.leaf(kind)
        return getattr(self, 'x_' + kind)(depth + 1)

    def leaf(self, kind):
        return {'int': lambda: self.r.choice(INTS),
                'float': lambda: self.r.choice(FLOATS),
                'str': lambda: self.r.choice(STRS),
                'list': lambda: self.pick('[]', '[1, 2, 3]', "['a', 2.5]",
                                          'range(4)', 'ITEMS[:]'),
                'tuple': lambda: self.pick('()', '(1,)', "(1, 'b', 2.5)"),
                'dict': lambda: self.pick('{}', '{1: 2}', 'dict(TABLE)',
                                          "{'k': 1.5, 'a': None}"),
                'set': lambda: self.pick('set()', '{1, 2}', "set('abc')"),
                'bool': lambda: self.pick('True', 'False'),
                'none': lambda: 'None',
                'obj': lambda: self.pick('Point()', 'Point3(3, 4)', 'Old()',
                                         'Point(0.5, 1)', "Old('q', 2)"),
                'any': lambda: self.leaf(self.pick('int', 'float', 'str',
                                                   'list', 'none'))}[kind]()

    def num(self, depth):
        return self.expr(self.pick('int', 'int', 'int', 'float', 'bool'),
                         depth)

    def divisor(self, e):
        return self.pick(lambda: self.pick('2', '3', '-7', '10', '2.5'),
                         lambda: '(%s or 3)' % e(), e)()

    def small(self):
        return self.pick('0', '1', '2', '3', '-1', '-2', '5')

    def x_int(self, d):
        e = lambda k='int': self.expr(k, d)
        return self.pick(
            lambda: '(%s %s %s)' % (e(), self.pick('+', '-', '*', '+', '-'),
                                    e()),
            lambda: '(%s %s %s)' % (e(), self.pick('//', '%', '/'),
                                    self.divisor(e)),
            lambda: '(%s %s %s)' % (e(), self.pick('&', '|', '^'), e()),
            lambda: '(%s %s %s)' % (e(), self.pick('<<', '>>'),
                                    self.pick('1', '3', '31', '62')),
            lambda: '(%s) ** %s' % (e(), self.pick('0', '1', '2', '3')),
            lambda: '%s(%s)' % (self.pick('-', '~', '+', 'abs', 'int',
                                          'long'), e()),
            lambda: 'len(%s)' % e(self.pick('str', 'list', 'tuple', 'dict')),
            lambda: 'int(%s)' % e(self.pick('float', 'bool', 'int')),
            lambda: '%s(%s, %s)' % (self.pick('min', 'max', 'cmp'), e(), e()),
            lambda: 'sum(%s)' % self.numbers(d),
            lambda: '%s[%s]' % (self.pick('ITEMS', 'range(5)'), self.small()),
            lambda: 'bump(%s)' % self.pick('', '1', '2'),
            lambda: '%s.%s' % (e('obj'), self.pick('x', 'y', 'total()',
                                                   'total(2)', 'area',
                                                   'scale')),
            lambda: 'ord(%s)' % e('str') if self.chance(.1) else
            '%s.find(%s)' % (e('str'), e('str')),
            lambda: '%s.count(%s)' % (e('list'), e()),
            lambda: 'digest(%s)' % e(),
            lambda: '(%s if %s else %s)' % (e(), e('bool'), e()),
            lambda: '(%s %s %s)' % (e(), self.pick('or', 'and'), e()),
            lambda: 'divmod(%s, %s)[%s]' % (e(), e(), self.pick('0', '1')),
            lambda: '%s(%s, key=%s)' % (
                self.pick('min', 'max'), e('list'),
                self.pick('repr', 'lambda i: (type(i).__name__, i)', 'None')),
            lambda: '%s.%s(%s)' % (e('str'), self.pick(
                'rfind', 'index', 'count', 'rindex', 'find'), self.pick(
                    "'l'", "''", "u'b'", "'a', 1", "'a', -2, 9")),
            lambda: 'len(%s)' % e(self.pick('obj', 'set')),
            lambda: "int(%s, %s)" % (self.pick("'12'", "u'-7f'", "' 0x1F '",
                                               "'zz'", "'0b11'"),
                                     self.pick('10', '16', '0', '36', '2')),
            lambda: '(%s).bit_length()' % e(),
            lambda: 'pow(%s, %s, %s)' % (e(), self.small(), e()),
            lambda: 'reduce(lambda p, q: p %s q, %s, %s)' % (
                self.pick('+', '-', '*', '|'), self.numbers(d), e()),
            lambda: self.call(d))()

    def numbers(self, d):
        return self.pick(
            lambda: '[%s, %s]' % (self.num(d), self.num(d)),
            lambda: 'range(%s)' % self.small(),
            lambda: 'xrange(%s, 9, %s)' % (self.small(),
                                           self.pick('1', '2', '4')),
            lambda: self.comprehension(d, 'int', '[]'),
            lambda: self.comprehension(d, 'int', '()'),
            lambda: 'count(%s)' % self.small())()

    def comprehension(self, d, kind, brackets):
        name = self.pick('i', 'j', 'k')
        over, over_kind = self.iterable(d)
        self.scope = Scope(self.scope)
        self.scope.vars[name] = over_kind
        what = self.expr(kind, d + 1)
        cond = ' if ' + self.expr('bool', d + 1) if self.chance(.4) else ''
        self.scope = self.scope.outer
        return '%s%s for %s in %s%s%s' % (brackets[0], what, name, over, cond,
                                          brackets[-1])

    def iterable(self, d):
        """An expression to loop over, at most about ten items; their kind."""
        return self.pick(
            lambda: ('range(%s)' % self.small(), 'int'),
            lambda: ('xrange(%s, %s)' % (self.small(), self.small()), 'int'),
            lambda: ('xrange(9, %s, -2)' % self.small(), 'int'),
            lambda: ('[%s, %s]' % (self.num(d), self.num(d)), 'int'),
            lambda: ('(%s, %s)' % (self.expr('float', d),
                                   self.expr('int', d)), 'float'),
            lambda: ('%s[:6]' % self.expr('list', d), 'any'),
            lambda: ('%s[:6]' % self.expr('str', d), 'str'),
            lambda: ('sorted(%s)[:5]' % self.expr('list', d), 'any'),
            lambda: ('reversed(%s[:4])' % self.expr('list', d), 'any'),
            lambda: ('count(%s, %s)' % (self.small(), self.pick('1', '2')),
                     'int'))()

    def call(self, d):
        if not self.functions:
            return self.leaf('int')
        name, n, generator = self.r.choice(self.functions)
        if self.chance(.05):
            n += self.pick(-1, 1)
        args = [self.expr(self.pick('int', 'float', 'int', 'str', 'list'), d)
                for _ in range(n)]
        if args and self.chance(.15):
            args[-1] = '*(%s,)' % args[-1]
        elif args and self.chance(.2):
            name_of = 'abcd'[len(args) - 1]
            args[-1] = self.pick('%s=%s', "**{'%s': %s}") % (name_of,
                                                            args[-1])
        text = '%s(%s)' % (name, ', '.join(args))
        return 'list(%s)' % text if generator else text

    def x_float(self, d):
        e = lambda: self.expr('float', d)
        return self.pick(
            lambda: '(%s %s %s)' % (e(), self.pick('+', '-', '*'), e()),
            lambda: '(%s %s %s)' % (e(), self.pick('/', '//', '%'),
                                    self.divisor(e)),
            lambda: '(%s %s %s)' % (e(), self.pick('+', '-', '*', '/'),
                                    self.expr('int', d)),
            lambda: '(%s %s %s)' % (self.expr('int', d),
                                    self.pick('+', '-', '*', '/'), e()),
            lambda: '-%s' % e(),
            lambda: 'abs(%s)' % e(),
            lambda: 'float(%s)' % self.expr(self.pick('int', 'bool'), d),
            lambda: 'round(%s, %s)' % (e(), self.small()),
            lambda: 'max(%s, %s)' % (e(), self.num(d)),
            lambda: '(%s if %s else %s)' % (e(), self.expr('bool', d), e()),
            lambda: '%s ** %s' % (e(), self.pick('2', '0.5', '-1', '0')),
            lambda: 'float(%s)' % self.pick("'1e5'", "u' 2.5 '", "'x'", "'nan'",
                                            "'-inf'"),
            lambda: '(%s).%s()' % (e(), self.pick('__trunc__', 'is_integer',
                                                'conjugate', 'hex',
                                                'as_integer_ratio')),
            lambda: 'divmod(%s, %s)[%s]' % (e(), self.divisor(e),
                                            self.pick('0', '1')),
            lambda: 'sum([%s, %s, %s])' % (e(), self.num(d), e()))()

    def x_bool(self, d):
        kind = self.pick('int', 'int', 'float', 'str', 'list', 'tuple')
        e = lambda k: self.expr(k, d)
        op = self.pick('<', '<=', '==', '!=', '>', '>=')
        return self.pick(
            lambda: '(%s %s %s)' % (e(kind), op, e(kind)),
            lambda: '(%s %s %s)' % (self.num(d), op, self.num(d)),
            lambda: '(%s %s %s %s %s)' % (e('int'), op, e('int'),
                                          self.pick('<', '!=', '>='),
                                          e('float')),
            lambda: '(not %s)' % e(kind),
            lambda: '(%s %s %s)' % (e('any'), self.pick('is', 'is not'),
                                    'None'),
            lambda: '(%s in %s)' % (e('int'), e('list')),
            lambda: '(%s not in %s)' % (e('str'), e('str')),
            lambda: '(%s in %s)' % (e('str'), e('dict')),
            lambda: 'isinstance(%s, %s)' % (
                e('any'), self.pick('int', 'str', '(float, list)', 'Point',
                                    'object', 'long')),
            lambda: '(%s %s %s)' % (e('bool'), self.pick('and', 'or'),
                                    e('bool')),
            lambda: '(%s == %s)' % (e('any'), e('any')),
            lambda: 'bool(%s)' % e(self.r.choice(KINDS)),
            lambda: '%s.%s()' % (e('str'), self.pick(
                'isalpha', 'isdigit', 'isspace', 'istitle', 'isupper',
                'islower', 'isalnum')),
            lambda: '%s.%s(%s)' % (e('str'), self.pick('startswith',
                                                       'endswith'),
                                   self.pick("'a'", "('x', u'd')", "''",
                                             "'l', 2", "'c', 0, -1")),
            lambda: '%s.%s(%s)' % (e('set'), self.pick(
                'issubset', 'issuperset', 'isdisjoint'), e(self.pick(
                    'set', 'list', 'str'))),
            lambda: '(%s %s %s)' % (e('set'), op, e('set')),
            lambda: '%s.has_key(%s)' % (e('dict'), e('any')),
            lambda: '(%s in %s)' % (e('any'), e(self.pick('obj', 'tuple',
                                                          'set'))),
            lambda: '(%s %s %s)' % (e('dict'), self.pick('==', '!=', '<'),
                                    e('dict')),
            lambda: 'hasattr(%s, %s)' % (e('any'), self.pick("'x'", "'y'",
                                                             "'z'", "'q'")),
            lambda: 'issubclass(type(%s), %s)' % (
                e('any'), self.pick('int', '(str, Point)', 'object')),
            lambda: '%s(%s for i in %s)' % (self.pick('any', 'all'), 'i',
                                            e('list')))()

    def x_str(self, d):
        e = lambda k='str': self.expr(k, d)
        return self.pick(
            lambda: '(%s + %s)' % (e(), e()),
            lambda: '%s[%s:%s]' % (e(), self.small(), self.small()),
            lambda: '%s[::%s]' % (e(), self.pick('-1', '2', '-2')),
            lambda: '(%s + "pad...")[%s]' % (e(), self.small()),
            lambda: '(%s * %s)' % (e(), self.small()),
            lambda: 'str(%s)' % e(self.pick('int', 'float', 'none', 'list')),
            lambda: 'repr(%s)[:50]' % e(self.pick('int', 'float', 'str')),
            lambda: "'%s' %% (%s)" % (self.pick('%d', '%s', '%5.2f', '%x', '%r',
                                              '%+d', '%e', '%g', '%03d',
                                              '%-6s|', '%i%%'),
                                    e(self.pick('int', 'int', 'float'))),
            lambda: "'%%s-%%s' %% (%s, %s)" % (e('int'), e()),
            lambda: "'{0:%s}|{1!r}'.format(%s, %s)" % (
                self.pick('', '5', '<5', '^7', '>6'), e('int'), e()),
            lambda: '%s.%s()' % (e(), self.pick('upper', 'lower', 'strip',
                                                'title', 'swapcase',
                                                'capitalize')),
            lambda: '%s.replace(%s, %s)[:60]' % (e(), self.pick("'a'", "'l'",
                                                                "''"), e()),
            lambda: '%s.join(%s)' % (self.pick("','", "''", "u'-'"),
                                     self.comprehension(d, 'str', '[]')),
            lambda: '(%s or %s)' % (e(), e()),
            lambda: 'chr(%s %% 256)' % e('int'),
            lambda: 'unichr(%s %% 0x3000)' % e('int'),
            lambda: "'%%(k)s %%(a)r' %% %s" % e('dict'),
            lambda: "'%%*d|%%-*s|%%.*f' %% (%s, %s, %s, %s, 2, %s)" % (
                self.small(), e('int'), self.small(), e(), e('float')),
            lambda: "%s %% %s" % (self.pick("'%s'", "u'%r'", "'%d'", "'%c'",
                                            "'%5.1f|'", "'%#x'", "'%s %s'"),
                                  e(self.pick('int', 'str', 'tuple', 'obj'))),
            lambda: "%s.format(%s, %s, k=%s)" % (
                self.pick("'{0!s:>8}{k}'", "'{}{}'", "u'{0}-{1!r}'",
                          "'{1:{0}}'", "'{0[0]}'", "'{0.x}'", "'{k:06.2f}'",
                          "'{0:+,d}{{}}'", "'{1:^9}{2}'", "'{0:#o}'"),
                e('int'), e(), e('float')),
            lambda: "format(%s, %s)" % (
                e(self.pick('int', 'float', 'str')),
                self.pick("'>10'", "'x'", "'08.3f'", "'+d'", "',.1f'", "'e'",
                          "'%'", "'*^7'", "'b'", "'n'", "'s'", "'.3'")),
            lambda: '%s.%s(%s)' % (e(), self.pick('center', 'ljust', 'rjust',
                                                  'zfill', 'expandtabs'),
                                   self.pick('0', '7', '12', '-1')),
            lambda: '%s.%s(%s)' % (e(), self.pick('strip', 'lstrip', 'rstrip'),
                                   self.pick("'a'", "' x'", 'None', "u'l'")),
            lambda: '%s.%s(%s)' % (e(), self.pick('encode', 'decode'),
                                   self.pick("'utf-8'", "'latin-1'", "'hex'",
                                             "'ascii', 'replace'", "'ascii'",
                                             "'unicode_escape'",
                                             "'utf-16-le', 'ignore'")),
            lambda: 'unicode(%s)' % e(self.pick('str', 'int', 'obj')),
            lambda: '%s.translate(%s)' % (e(), self.pick(
                "None, 'a'", '{97: u"b"}', "'x' * 256")),
            lambda: 'repr(%s)[:70]' % e(self.pick('list', 'tuple',
                                                  'str')),
            lambda: 'str(%s)[:70]' % e(self.pick('obj', 'tuple')),
            lambda: '`%s`' % e('int'))()

    def x_list(self, d):
        e = lambda k='list': self.expr(k, d)
        return self.pick(
            lambda: '[%s]' % ', '.join(
                self.expr(self.r.choice(KINDS[:18]), d)
                for _ in range(self.r.randrange(4))),
            lambda: '(%s + %s)' % (e(), e()),
            lambda: '(%s * %s)' % (e(), self.small()),
            lambda: '%s[%s:%s]' % (e(), self.small(), self.small()),
            lambda: '%s[::-1]' % e(),
            lambda: 'sorted(%s)' % e(),
            lambda: 'sorted(%s, key=%s, reverse=%s)' % (
                e(), self.pick('repr', 'str', 'lambda i: -len(repr(i))'),
                e('bool')),
            lambda: '%s.split(%s)' % (e('str'), self.pick('', "','", "'l'")),
            lambda: self.comprehension(d, self.pick('int', 'str', 'float'),
                                       '[]'),
            lambda: 'map(lambda i: %s, %s)' % (
                self.pick('i', '(i, 1)', 'repr(i)', 'i > 1', '[i]'), e()),
            lambda: 'filter(%s, %s)' % (self.pick('None', 'callable',
                                                  'lambda i: i < 3'), e()),
            lambda: 'zip(%s, %s)' % (e(), e('str')),
            lambda: 'list(%s)' % e(self.pick('str', 'tuple')),
            lambda: 'list(enumerate(%s))' % e(),
            lambda: 'sorted(%s.%s())' % (e('dict'), self.pick('keys', 'items',
                                                              'values')),
            lambda: 'list(count(%s))' % self.small(),
            lambda: 'sorted(%s, cmp=%s)' % (e(), self.pick(
                'lambda p, q: cmp(repr(p), repr(q))', 'cmp',
                'lambda p, q: -cmp(p, q)', 'lambda p, q: 1 / 0',
                'lambda p, q: None')),
            lambda: 'sorted(%s, key=lambda p: %s)' % (
                e(), self.pick('type(p).__name__', 'p[0]', '-p',
                               '(repr(p), p)', 'p.x')),
            lambda: '%s[::%s]' % (e(), self.pick('2', '-2', '3', '-1')),
            lambda: '%s.%s(%s)' % (e('str'), self.pick('split', 'rsplit'),
                                   self.pick("','", 'None, 1', "'l', 1", "''",
                                             "u'a'", 'None')),
            lambda: '%s.splitlines(%s)' % (e('str'), e('bool')),
            lambda: 'map(None, %s, %s)' % (e(), e('str')),
            lambda: 'map(%s, %s, %s)' % (self.pick('cmp', 'lambda *p: p',
                                                   'max'), e(), e()),
            lambda: '[(i, j) for i in %s[:3] for j in %s[:3]%s]' % (
                e(), e(self.pick('str', 'list')), self.pick(
                    '', ' if i != j', ' if i < j')),
            lambda: '[[j for j in range(i)] for i in range(%s)]' %
            self.small(),
            lambda: '[f(1) for f in [lambda p, i=i: p + i for i in %s[:4]]]' %
            e(),
            lambda: '[f() for f in [lambda: i for i in %s[:4]]]' % e(),
            lambda: 'list(%s)' % e('obj'),
            lambda: 'sorted(%s)' % e(self.pick('dict', 'set')),
            lambda: 'sorted(%s.%s())' % (e('dict'), self.pick(
                'iterkeys', 'itervalues', 'iteritems', 'viewkeys',
                'viewitems')),
            lambda: 'list(looked(%s, %s, *%s))' % (self.small(), e('any'),
                                                   e('tuple')))()

    def x_tuple(self, d):
        e = lambda k: self.expr(k, d)
        return self.pick(
            lambda: '(%s, %s)' % (e('int'), e(self.r.choice(KINDS[:15]))),
            lambda: '(%s,)' % e(self.r.choice(KINDS[:15])),
            lambda: 'tuple(%s)' % e('list'),
            lambda: '%s[%s:]' % (e('tuple'), self.small()),
            lambda: '(%s + %s)' % (e('tuple'), e('tuple')),
            lambda: 'divmod(%s, %s)' % (self.num(d), self.num(d)),
            lambda: '%s.%s(%s)' % (e('str'), self.pick('partition',
                                                       'rpartition'),
                                   self.pick("','", "'l'", "u'a'", "''")),
            lambda: '(%s * %s)' % (e('tuple'), self.small()),
            lambda: 'tuple(%s for i in %s)' % (self.pick('i', '(i,)',
                                                         'repr(i)'),
                                               e(self.pick('list', 'str'))),
            lambda: '(lambda *p, **k: (p, sorted(k.items())))(*%s, **%s)' % (
                e('tuple'), e('dict')))()

    def x_dict(self, d):
        e = lambda k: self.expr(k, d)
        return self.pick(
            lambda: '{%s: %s, %s: %s}' % (e('int'), e('any'), e('str'),
                                          e('int')),
            lambda: 'dict(a=%s, b=%s)' % (e('int'), e('list')),
            lambda: 'dict(zip(%s, %s))' % (e('str'), e('list')),
            lambda: '{i: %s for i in %s}' % (self.pick('i', '[i]', '1'),
                                             e('str')),
            lambda: 'dict.fromkeys(%s, %s)' % (e('str'), e('int')),
            lambda: '{%s: %s for i in %s if i}' % (
                self.pick('i', 'repr(i)', '(i, 1)'), self.pick('i', '[i]'),
                e('list')),
            lambda: 'dict(%s, **%s)' % (e('dict'), e('dict')),
            lambda: 'dict(%s)' % e(self.pick('list', 'dict')),
            lambda: '%s.copy()' % e('dict'))()

    def x_set(self, d):
        e = lambda k: self.expr(k, d)
        return self.pick(
            lambda: 'set(%s)' % e(self.pick('list', 'str', 'tuple')),
            lambda: '(%s %s %s)' % (e('set'), self.pick('|', '&', '-', '^'),
                                    e('set')),
            lambda: '{%s, %s}' % (e('int'), e('str')),
            lambda: 'frozenset(%s)' % e('str'),
            lambda: '%s.%s(%s)' % (e('set'), self.pick(
                'union', 'intersection', 'difference',
                'symmetric_difference'), e(self.pick('list', 'str', 'set',
                                                     'tuple'))),
            lambda: '{%s for i in %s}' % (self.pick('i', 'repr(i)',
                                                    '(i, i)'), e('list')),
            lambda: '(%s.viewkeys() %s %s)' % (
                e('dict'), self.pick('&', '|', '-', '^'),
                e(self.pick('set', 'list'))))()

    def x_none(self, d):
        return self.pick('None', '[].sort()', 'TABLE.get(99)',
                         'LOG.append(%s)' % self.expr('int', d))

    def x_obj(self, d):
        e = lambda k: self.expr(k, d)
        return self.pick(
            lambda: '%s(%s, %s)' % (self.pick('Point', 'Point3', 'Point',
                                              'Old'), e('int'), e('float')),
            lambda: '%s(%s)' % (self.pick('Point', 'Old'), e('int')),
            lambda: '(%s + %s)' % (e('obj'), e('obj')),
            lambda: '(%s + %s)' % (e('int'), e('obj')),
            lambda: '%s(%s)' % (self.r.choice(self.classes or ['Point']),
                                self.pick('', e('int'), 'y=' + e('int'),
                                          e('any') + ', ' + e('float'))),
            lambda: '(%s %s %s)' % (e('obj'), self.pick(
                '-', '*', '/', '&', '<<', '**', '%'),
                e(self.pick('obj', 'int'))))()

    def x_any(self, d):
        return self.pick(
            lambda: self.expr(self.r.choice(KINDS), d),
            lambda: '(%s + [1, 2.5, None])[%s]' % (self.expr('list', d),
                                                  self.pick('0', '1', '2',
                                                            '-1')),
            lambda: '%s[%s]' % (self.expr('obj', d), self.pick('0', '1')),
            lambda: '%s.get(%s, %s)' % (self.expr('dict', d),
                                        self.expr('str', d),
                                        self.expr('int', d)),
            lambda: '(%s if %s else %s)' % (
                self.expr(self.r.choice(KINDS), d), self.expr('bool', d),
                self.expr(self.r.choice(KINDS), d)),
            lambda: '(lambda p, q=%s: %s)(%s)' % (
                self.expr('int', d), self.pick('p', 'q', '(p, q)', 'p + q',
                                               'p < q'),
                self.expr('int', d)))()

    # --- statements

    def value_for(self, kind):
        """Expression to assign; values that could grow are cut."""
        e = self.expr(kind)
        cut = {'str': '[:40]', 'list': '[:12]', 'tuple': '[:9]'}.get(kind)
        if kind == 'int' and self.in_loop and self.chance(.5):
            return '(%s) %% %s' % (e, self.pick('1000003', '2 ** 64', '97'))
        return '(%s)%s' % (e, cut) if cut else e

    def assign(self, depth):
        kind = self.r.choice(KINDS)
        name = self.var(kind) if self.chance(.5) else None
        own = self.scope.vars
        if name is None or name not in own or name in ('LOG',):
            name = self.fresh()
        value = self.value_for(kind)
        own[name] = kind
        self.emit(depth, '%s = %s' % (name, value))

    def retype(self, depth):
        """A variable gets a value of another kind: loops meet both."""
        names = sorted(self.scope.vars)
        if names:
            name = self.r.choice(names)
            kind = self.r.choice(KINDS)
            value = self.value_for(kind)
            self.scope.vars[name] = kind
            self.emit(depth, '%s = %s' % (name, value))

    def augment(self, depth):
        kind = self.pick('int', 'int', 'int', 'float', 'float', 'obj')
        name = self.var(kind)
        if name is None or name not in self.scope.vars:
            return self.assign(depth)
        if kind == 'obj':
            target = name + self.pick('.x', '.y', '[0]', '[1]', '')
        else:
            target = name
        op = self.pick('+', '-', '*', '+', '-', '//', '%', '|', '&', '^',
                       '/', '<<1;', '>>1;', '**2;')
        if op[-1] == ';':
            self.emit(depth, '%s %s= %s' % (target, op[:-2], op[-2]))
        else:
            self.emit(depth, '%s %s= %s' % (target, op, self.num(1)))
        if kind == 'int' and self.in_loop:
            self.emit(depth, '%s = %s %% 1000003' % (name, name))

    def unpack(self, depth):
        a, b = self.fresh(), self.fresh()
        value = self.pick(
            lambda: ('%s, %s' % (self.num(1), self.num(1)), 'int', 'int'),
            lambda: ('divmod(%s, %s)' % (self.num(1), self.num(1)), 'int',
                     'int'),
            lambda: (self.expr('tuple'), 'int', 'any'),
            lambda: ('%s[:2]' % self.expr('str'), 'str', 'str'))()
        self.emit(depth, '%s, %s = %s' % (a, b, value[0]))
        self.scope.vars[a], self.scope.vars[b] = value[1:]
        if self.chance(.4):
            self.emit(depth, '%s, %s = %s, %s' % (a, b, b, a))
            self.scope.vars[a], self.scope.vars[b] = value[:0:-1]

    def mutate(self, depth):
        v = self.var(self.pick('list', 'list', 'dict', 'obj', 'set'))
        kind = self.scope.all().get(v)
        e = lambda k='any': self.expr(k, 1)
        if kind == 'list':
            text = self.pick(
                lambda: '%s.append(%s)' % (v, e()),
                lambda: '%s[%s] = %s' % (v, self.small(), e()),
                lambda: '%s[%s] += %s' % (v, self.small(), self.num(1)),
                lambda: '%s[%s:%s] = %s' % (v, self.small(), self.small(),
                                            '(%s)[:5]' % e('list')),
                lambda: 'del %s[%s]' % (v, self.small()),
                lambda: 'del %s[%s:%s]' % (v, self.small(), self.small()),
                lambda: '%s.insert(%s, %s)' % (v, self.small(), e()),
                lambda: '%s.pop(%s)' % (v, self.small()),
                lambda: '%s.%s()' % (v, self.pick('reverse', 'sort')),
                lambda: '%s.remove(%s)' % (v, e('int')),
                lambda: '%s.sort(%s)' % (v, self.pick(
                    'key=repr', 'reverse=True', 'cmp=lambda p, q: cmp(q, p)',
                    'key=lambda p: p[0]', 'key=str, reverse=1')),
                lambda: '%s[::%s] = %s' % (v, self.pick('2', '-1', '-2'),
                                           e('list')),
                lambda: 'del %s[::%s]' % (v, self.pick('2', '-1', '3')),
                lambda: '%s[%s], %s[%s] = %s, %s' % (
                    v, self.small(), v, self.small(), e(), e('int')),
                lambda: '%s += (%s)[:5]' % (v, e(self.pick('list', 'str',
                                                           'tuple'))),
                lambda: '%s.extend((%s)[:5])' % (v, e(self.pick('list',
                                                                'str'))))()
        elif kind == 'dict':
            text = self.pick(
                lambda: '%s[%s] = %s' % (v, e('int'), e()),
                lambda: '%s[%s] = %s' % (v, e('str'), e()),
                lambda: 'del %s[%s]' % (v, e('str')),
                lambda: '%s.setdefault(%s, []).append(1)' % (v, e('str')),
                lambda: '%s.pop(%s, None)' % (v, e('int')),
                lambda: '%s.update(%s)' % (v, e('dict')),
                lambda: '%s.update(%s)' % (v, self.pick(
                    'a=1, z=2', "[(1, 2), ('q', 3)]", "[1]",
                    '**{"k": 1}')),
                lambda: 'LOG.append(show(%s.popitem()))' % v,
                lambda: '%s.clear()' % v,
                lambda: 'LOG.append(show(%s.%s(%s)))' % (
                    v, self.pick('pop', 'get', 'setdefault'),
                    e(self.pick('str', 'int', 'list', 'obj'))),
                lambda: '%s[%s] += 1' % (v, e('str')))()
        elif kind == 'obj':
            text = self.pick(
                lambda: '%s.%s = %s' % (v, self.pick('x', 'y', 'z', 'area'),
                                        self.num(1)),
                lambda: '%s.%s += %s' % (v, self.pick('x', 'y'), self.num(1)),
                lambda: 'del %s.%s' % (v, self.pick('x', 'y', 'z')),
                lambda: '%s[%s] = %s' % (v, self.small(), self.num(1)),
                lambda: '%s[%s] -= %s' % (v, self.small(), self.num(1)))()
        elif kind == 'set':
            text = self.pick(
                lambda: '%s.%s(%s)' % (v, self.pick('add', 'discard',
                                                    'remove'),
                                       e(self.pick('int', 'any'))),
                lambda: '%s %s= %s' % (v, self.pick('|', '&', '-', '^'),
                                       e('set')),
                lambda: '%s.%s(%s)' % (v, self.pick(
                    'update', 'difference_update', 'intersection_update',
                    'symmetric_difference_update'), e(self.pick('list',
                                                                'str'))))()
        else:
            return self.assign(depth)
        self.emit(depth, text)

    def globals(self, depth):
        self.emit(depth, self.pick(
            lambda: 'LOG.append(%s)' % self.expr('int', 1),
            lambda: 'ITEMS[%s] = %s' % (self.small(), self.pick('0', '4',
                                                                '9')),
            lambda: 'TABLE[%s] = %s' % (self.pick("'a'", '2', "'z'"),
                                        self.small()),
            lambda: 'bump()')())

    def block(self, depth, most=4):
        """Statements in branches that may not run: their variables may be
        unbound afterwards, which is worth testing, but not too often."""
        before = dict(self.scope.vars)
        start = len(self.lines)
        for _ in range(self.r.randrange(1, most)):
            self.statement(depth)
        if len(self.lines) == start:
            self.emit(depth, 'pass')
        if not self.chance(.1):
            self.scope.vars = {k: v for k, v in self.scope.vars.items()
                               if k in before}

    def s_if(self, depth):
        self.emit(depth, 'if %s:' % self.expr('bool'))
        self.block(depth + 1)
        if self.chance(.4):
            self.emit(depth, 'elif %s:' % self.expr('bool'))
            self.block(depth + 1)
        if self.chance(.6):
            self.emit(depth, 'else:')
            self.block(depth + 1)

    def s_for(self, depth):
        name = self.fresh() if self.chance(.8) else \
            (self.var('int') or self.fresh())
        if name not in self.scope.vars and self.scope.outer and \
                name in self.scope.all():
            name = self.fresh()
        over, kind = self.iterable(1)
        if self.chance(.15):
            other = self.fresh()
            self.emit(depth, 'for %s, %s in enumerate(%s):' % (other, name,
                                                               over))
            self.scope.vars[other] = 'int'
        else:
            self.emit(depth, 'for %s in %s:' % (name, over))
        self.scope.vars[name] = kind
        self.in_loop += 1
        self.block(depth + 1, 5)
        self.loop_exit(depth + 1)
        self.in_loop -= 1
        if self.chance(.2):
            self.emit(depth, 'else:')
            self.block(depth + 1)

    def loop_exit(self, depth):
        if self.chance(.25):
            self.emit(depth, 'if %s:' % self.expr('bool'))
            self.emit(depth + 1, self.pick('break', 'continue'))
            if self.chance(.5):
                self.statement(depth)

    def s_while(self, depth):
        n = self.fresh()
        self.emit(depth, '%s = %s' % (n, self.pick('0', '2', '-3')))
        self.emit(depth, 'while %s < %s:' % (n, self.pick('4', '6', '3.5')))
        self.emit(depth + 1, '%s += %s' % (n, self.pick('1', '2', '1.5')))
        self.in_loop += 1
        self.block(depth + 1, 5)
        self.loop_exit(depth + 1)
        self.in_loop -= 1

    def s_try(self, depth):
        self.emit(depth, 'try:')
        self.block(depth + 1)
        if self.chance(.25):
            self.emit(depth + 1, 'raise %s' % self.pick(
                'ValueError', 'KeyError(%s)' % self.expr('int', 2),
                'Mine(1)', "IndexError, 'idx'", 'StopIteration'))
        form = self.r.randrange(3)
        if form < 2:
            name = self.fresh()
            self.emit(depth, self.pick(
                'except Exception as %s:', 'except (TypeError, ValueError,'
                ' KeyError) as %s:', 'except (ArithmeticError, LookupError),'
                ' %s:', 'except (AttributeError, UnboundLocalError) as %s:')
                % name)
            self.emit(depth + 1, 'LOG.append(kind(%s))' % name)
            self.block(depth + 1, 3)
            if self.chance(.3):
                self.emit(depth, 'except:')
                self.emit(depth + 1, self.pick('raise', "LOG.append('bare')"))
            if self.chance(.3):
                self.emit(depth, 'else:')
                self.block(depth + 1, 3)
        if form:
            self.emit(depth, 'finally:')
            self.block(depth + 1, 3)
            if self.in_loop and self.chance(.15):
                self.emit(depth + 1, 'break')
            elif self.chance(.1) and not self.is_generator:
                self.emit(depth + 1, 'return %s' % self.expr('int'))

    def s_with(self, depth):
        name = self.fresh()
        self.emit(depth, 'with Guard(%s) as %s:' % (self.expr('bool', 2),
                                                    name))
        self.scope.vars[name] = 'int'
        self.block(depth + 1)

    def s_def(self, depth):
        """A closure, called at once and perhaps kept."""
        if self.in_function > 2:
            return self.assign(depth)
        name = self.fresh()
        default = self.expr('int', 2)
        self.emit(depth, 'def %s(p=%s, *rest):' % (name, default))
        outer = self.enter(['p'])
        self.scope.vars['rest'] = 'tuple'
        for _ in range(self.r.randrange(1, 3)):
            self.statement(depth + 1)
        self.emit(depth + 1, 'return ' + self.expr('any'))
        self.leave(outer)
        result = self.fresh()
        self.emit(depth, '%s = %s(%s)' % (result, name, self.pick(
            '', '1', self.num(2), "'s', 2", '*[1, 2.5]')))
        self.scope.vars[result] = 'any'

    def enter(self, params):
        state = (self.scope, self.in_loop, self.is_generator)
        self.scope = Scope(self.scope)
        for p in params:
            self.scope.vars[p] = self.pick('int', 'int', 'float', 'any')
        self.in_loop = 0
        self.is_generator = False
        self.in_function += 1
        return state

    def leave(self, state):
        self.scope, self.in_loop, self.is_generator = state
        self.in_function -= 1

    def s_send(self, depth):
        """A generator driven by hand, its errors noted one by one."""
        g = self.fresh()
        self.emit(depth, '%s = looked(%s, %s)' % (g, self.small(),
                                                 self.expr('any', 2)))
        for _ in range(self.r.randrange(1, 5)):
            self.emit(depth, 'try:')
            self.emit(depth + 1, 'LOG.append(show(%s))' % self.pick(
                lambda: 'next(%s)' % g,
                lambda: '%s.send(%s)' % (g, self.expr('any', 2)),
                lambda: '%s.throw(%s)' % (g, self.pick(
                    'ValueError', "ValueError, 'no'", 'KeyError(1)',
                    'Mine(2)', 'GeneratorExit', 'StopIteration')),
                lambda: 'next(%s, None)' % g,
                lambda: '%s.close()' % g,
                lambda: 'list(%s)' % g)())
            self.emit(depth, 'except (Exception, GeneratorExit) as e:')
            self.emit(depth + 1, 'LOG.append(kind(e))')
        # Abandoned ones are closed at another time than CPython's.
        self.emit(depth, '%s.close()' % g)

    def s_grow(self, depth):
        """Unboxed ints that overflow at some iteration."""
        if self.in_loop:
            return self.assign(depth)
        n, i = self.fresh(), self.fresh()
        self.emit(depth, '%s = %s' % (n, self.expr('int')))
        self.emit(depth, 'for %s in xrange(%s):' % (i, self.pick('40', '70',
                                                                 '12')))
        self.scope.vars[n] = self.scope.vars[i] = 'int'
        self.emit(depth + 1, self.pick(
            '%(n)s = %(n)s * 3 + %(i)s', '%(n)s += %(n)s', '%(n)s <<= 1',
            '%(n)s = %(n)s * -2 - %(i)s', '%(n)s = (%(n)s << 2) ^ %(i)s',
            '%(n)s -= 2 ** 60 * %(i)s', '%(n)s = -%(n)s * 5 // 2',
            '%(n)s = abs(%(n)s) + sys.maxint // 7') % {'n': n, 'i': i})
        if self.chance(.4):
            self.emit(depth + 1, 'if %s %s %s:' % (
                n, self.pick('>', '<', '=='), self.r.choice(INTS)))
            self.emit(depth + 2, self.pick('break', 'continue',
                                           '%s //= 3' % n))

    def s_leak(self, depth):
        """List comprehensions leak their variable, the others do not."""
        name = self.pick('i', 'j')
        result = self.fresh()
        self.emit(depth, '%s = %s' % (result, self.pick(
            '[%s for %s in %s]', 'sorted([%s for %s in %s])',
            'len({%s for %s in %s})', 'list(%s for %s in %s)') % (
                name, name, self.iterable(2)[0])))
        self.scope.vars[result] = 'any'
        self.emit(depth, 'LOG.append(show(%s))' % name)

    def s_cell(self, depth):
        """Closures that share a box; chained assignments."""
        box, f = self.fresh(), self.fresh()
        self.emit(depth, '%s = [%s]' % (box, self.expr('int', 2)))
        self.emit(depth, 'def %s(d=%s, box=%s):' % (f, self.small(), box))
        self.emit(depth + 1, '%s[0] += d' % box)
        self.emit(depth + 1, 'return %s[0], box is %s' % (box, box))
        a, b = self.fresh(), self.fresh()
        self.emit(depth, '%s = %s = %s()[0]' % (a, b, f))
        self.emit(depth, 'LOG.append(%s(%s, [1]))' % (f, self.expr('int', 2)))
        self.scope.vars[a] = self.scope.vars[b] = 'int'

    def s_del(self, depth):
        names = sorted(self.scope.vars)
        if names and self.chance(.4):
            self.emit(depth, 'del ' + self.r.choice(names))
        else:
            self.assign(depth)

    def s_exit(self, depth):
        if self.is_generator:
            self.emit(depth, self.pick(
                'yield %s' % self.expr('any'),
                'LOG.append((yield %s))' % self.expr('int')))
        elif self.chance(.3):
            self.emit(depth, 'return %s' % self.expr('any'))
        elif self.chance(.2):
            self.emit(depth, 'assert %s, %s' % (self.expr('bool'),
                                                self.expr('str')))
        else:
            names = sorted(self.scope.vars)
            self.emit(depth, 'LOG.append(show(%s))' % (
                self.r.choice(names) if names else self.expr('any')))

    def statement(self, depth):
        self.budget -= 1
        if self.chance(.4):
            self.guarded(depth)
            return
        self.any_statement(depth)

    def guarded(self, depth):
        """An error is noted, and the function goes on."""
        self.emit(depth, 'try:')
        start = len(self.lines)
        before = dict(self.scope.vars)
        self.any_statement(depth + 1)
        if len(self.lines) == start:
            self.emit(depth + 1, 'pass')
        self.emit(depth, 'except Exception as e:')
        self.emit(depth + 1, 'LOG.append(kind(e))')
        fresh = [n for n in self.scope.vars if n not in before]
        for name in sorted(fresh):
            if self.chance(.5):
                self.emit(depth + 1, '%s = %s' % (
                    name, self.leaf(self.scope.vars[name])))
            else:
                del self.scope.vars[name]

    def any_statement(self, depth):
        simple = [self.assign, self.assign, self.augment, self.augment,
                  self.mutate, self.mutate, self.unpack, self.s_exit,
                  self.s_exit, self.globals, self.retype]
        nested = [self.s_if, self.s_for, self.s_for, self.s_while, self.s_try,
                  self.s_try, self.s_with, self.s_def, self.s_del,
                  self.s_send, self.s_grow, self.s_leak, self.s_cell]
        if depth < 4 and self.in_loop < 3 and self.budget > 0:
            simple += nested
        self.r.choice(simple)(depth)

    def drop_illegal_del(self, start):
        """What an inner scope uses cannot be deleted in Python 2."""
        body = self.lines[start:]
        inner = ' '.join(t for t in body
                         if re.search(r'lambda|\bdef | for ', t))
        depth = [i for i, t in enumerate(body) if t.startswith('    ') and
                 t.strip().startswith('def ')]
        for i, text in enumerate(body):
            m = re.match(r' *del (\w+)$', text)
            if m and (depth or re.search(r'\b%s\b' % m.group(1), inner)):
                self.lines[start + i] = text.replace(m.group(0).strip(),
                                                     'pass')

    # --- classes

    def klass(self, number):
        name = 'K%d' % number
        base = self.r.choice(['object', 'object', 'Point', 'Point3', 'Old',
                              'int', 'float', 'str', 'list', 'dict', 'tuple',
                              'Num', 'ValueError'] + self.classes * 3)
        plain = base in ('object', 'Point', 'Point3', 'Old') or \
            base in self.plain
        self.emit(0, 'class %s(%s):' % (name, base))
        if base == 'object' and self.chance(.4):
            self.emit(1, '__slots__ = %s' % self.pick(
                "('x', 'y')", "['x', 'y', 'z']", "('x', 'y', '__dict__')"))
        else:
            self.emit(1, 'scale = %s' % self.leaf(self.pick('int', 'float')))
        self.emit(0, '')
        if plain:
            self.plain.append(name)
            self.emit(1, 'def __init__(self, x=%s, y=%s):' % (
                self.leaf('int'), self.leaf('any')))
            self.emit(2, 'self.x = x')
            self.emit(2, 'self.y = y')
            self.emit(0, '')
        for special in self.r.sample(sorted(SPECIAL), self.r.randrange(1, 5)):
            self.method(special, SPECIAL[special], plain)
        if self.chance(.5):
            self.emit(1, '@property')
            self.method('area', '', plain)
        self.method('total', 'k=%s' % self.leaf('int'), plain)
        self.emit(0, '')
        self.classes.append(name)

    def method(self, name, params, plain):
        self.emit(1, 'def %s(%s):' % (name, ', '.join(['self'] + [params] *
                                                     bool(params))))
        names = re.findall(r'(\w+)(?:=[^,]*)?', params) if params else []
        state = self.enter([n for n in names[:1] if n.isalpha()])
        if plain:
            self.scope.vars['self.x'] = 'int'
            self.scope.vars['self.y'] = 'any'
        self.budget = 3
        self.deepest = 1
        functions, self.functions = self.functions, []
        classes, self.classes = self.classes, []
        if self.chance(.4):
            self.guarded(2)
        kind = RESULT.get(name, self.pick('int', 'any', 'float'))
        value = self.expr(kind) if name != '__iter__' else \
            'iter(%s)' % self.expr('list')
        if name == '__hash__':
            value = 'digest(%s)' % value
        self.emit(2, 'return ' + value)
        self.functions, self.classes = functions, classes
        self.deepest = 2
        self.leave(state)
        self.emit(0, '')

    # --- programs

    def function(self, number):
        params = self.pick(['a'], ['a', 'b'], ['a', 'b', 'c'], [])
        name = 'f%d' % number
        start = len(self.lines)
        if self.chance(.1):
            self.emit(0, '@same')
        text = list(params)
        if params and self.chance(.3):
            text[-1] += '=' + self.leaf('int')
        starred = self.chance(.15)
        if starred:
            text += ['*rest', '**named']
        self.emit(0, 'def %s(%s):' % (name, ', '.join(text)))
        state = self.enter(params)
        self.is_generator = self.chance(.15)
        self.budget = 14
        if starred:
            self.scope.vars['rest'] = 'tuple'
            self.scope.vars['named'] = 'dict'
        if self.is_generator:
            self.emit(1, 'yield 0')
        for _ in range(self.r.randrange(3, 8)):
            self.statement(1)
        if not self.is_generator:
            self.emit(1, 'return ' + self.expr(self.pick('any', 'int',
                                                         'float', 'tuple')))
        generator = self.is_generator
        self.leave(state)
        self.drop_illegal_del(start)
        self.emit(0, '')
        self.emit(0, '')
        for kinds in (['int'] * 3, ['int', 'float', 'str'],
                      ['float', 'int', 'int'], ['any'] * 3):
            args = [self.leaf(k) for k in kinds[:len(params)]]
            f = '(lambda *a: list(%s(*a)))' % name if generator else name
            self.emit(0, 'run(%s)' % ', '.join([f] + args))
        self.emit(0, '')
        self.emit(0, '')
        if len(self.lines) - start < 90:
            self.functions.append((name, len(params), generator))

    def program(self, functions):
        for i in range(functions):
            if i % 3 == 0 and self.chance(.7):
                self.klass(i // 3)
            self.function(i)
        return PRELUDE + '\n\n' + '\n'.join(self.lines).rstrip() + '\n'


def program(seed, functions=12):
    return Generator(seed).program(functions)
