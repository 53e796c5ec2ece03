"""Random expressions by kind: x_KIND gives one that mostly has that kind."""
from scope import Scope

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
    ['tuple'] * 2 + ['dict', 'bool', 'obj', 'any', 'none', 'set', 'long',
                     'complex', 'uni', 'bytes', 'frozen', 'obj']


class Expressions:
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
                'obj': lambda: self.pick(
                    'Point()', 'Point3(3, 4)', 'Old()', 'Point(0.5, 1)',
                    "Old('q', 2)", 'Both()', 'Made(4)', 'Vec(2, 3)'),
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
            lambda: '%s.%s' % (e('obj'), self.pick(
                'x', 'y', 'total()', 'total(2)', 'area', 'scale', 'cell',
                'lazy', 'where()', 'made', 'tell(1)', 'extra', 'level')),
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
                '-', '*', '/', '&', '<<', '**', '%', '//', '|', '^', '>>'),
                e(self.pick('obj', 'int'))),
            lambda: '(%s %s %s)' % (e('any'), self.pick(
                '-', '*', '/', '%', '**', '//', '|', '<<'), e('obj')),
            lambda: '%s(%s)' % (self.pick('-', '+', '~', 'abs'), e('obj')),
            lambda: '%s(%s, %s)' % (self.pick('Vec', 'Made', 'Both', 'Left'),
                                    e('int'), e('any')))()

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
