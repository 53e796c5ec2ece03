"""Random expressions of the rarer types: x_KIND as in expressions.py."""

LEAVES = {
    'long': ['0L', '1L', '-1L', '2L ** 63', '-2L ** 62', '10L ** 30', '97L',
             '-(1L << 64)', '(1L << 200) - 1', '4611686018427387904L'],
    'complex': ['1j', '-2.5j', '(1+2j)', 'complex(0.0, -0.0)', '(3-4j)',
                "complex('1e5j')", '0j', 'complex(1e300, 1)'],
    'uni': ["u''", "u'abc'", "u'\\xe9t\\xe9'", "u'\\u20acx\\U0001f600'",
            "u'A b\\tC'", "u'\\u0130\\xdf'", "u'12'", "u'%s|%r'"],
    'bytes': ['bytearray()', "bytearray('abc')", 'bytearray(3)',
              "bytearray([1, 255])", "bytearray(u'\\xe9x', 'latin-1')"],
    'frozen': ['frozenset()', "frozenset('ab')", 'frozenset([1, 2])'],
}


class Kinds:
    def leaf(self, kind):
        if kind in LEAVES:
            return self.r.choice(LEAVES[kind])
        return super().leaf(kind)

    def x_long(self, d):
        e = lambda k='long': self.expr(k, d)
        return self.pick(
            lambda: '(%s %s %s)' % (e(), self.pick(*'+-*&|^'), e()),
            lambda: '(%s %s %s)' % (e(), self.pick('//', '%', '/'),
                                    self.divisor(e)),
            lambda: '(%s %s %s)' % (e(), self.pick('<<', '>>'),
                                    self.pick('1', '30', '64', '-1', '200')),
            lambda: '(%s %s %s)' % (e('int'), self.pick(*'+-*&|^'), e()),
            lambda: 'long(%s)' % e(self.pick('int', 'float', 'str')),
            lambda: "long(%s, %s)" % (self.pick(
                "'0x1fL'", "'-77'", "u'zz'", "'1' * 40", "'0'"), self.pick(
                    '10', '16', '0', '36', '8')),
            lambda: '%s(%s)' % (self.pick('-', '~', '+', 'abs'), e()),
            lambda: 'pow(%s, %s, %s)' % (e(), self.small(), e()),
            lambda: 'divmod(%s, %s)[%s]' % (e(), e(), self.pick('0', '1')),
            lambda: 'hash(%s)' % e(),
            lambda: 'int(%s)' % e(),
            lambda: '(%s).bit_length()' % e())()

    def x_complex(self, d):
        e = lambda k='complex': self.expr(k, d)
        return self.pick(
            lambda: '(%s %s %s)' % (e(), self.pick(*'+-*/'), e()),
            lambda: '(%s %s %s)' % (e(), self.pick(*'+-*/'),
                                    self.num(d)),
            lambda: '(%s %s %s)' % (self.num(d), self.pick(*'+-*/'), e()),
            lambda: '%s.%s' % (e(), self.pick('real', 'imag',
                                              'conjugate()')),
            lambda: 'complex(%s, %s)' % (self.num(d), self.num(d)),
            lambda: 'complex(%s)' % self.pick("'1+2j'", "'j'", "' 1 '",
                                              "u'-2.5e3j'", "'1+'"),
            lambda: '(%s) ** %s' % (e(), self.pick('0', '1', '2')),
            lambda: '(%s %s %s)' % (e(), self.pick('==', '!=', '<', '//'),
                                    e()),
            lambda: '-%s' % e(),
            lambda: 'bool(%s)' % e())()

    def x_uni(self, d):
        e = lambda k='uni': self.expr(k, d)
        return self.pick(
            lambda: '(%s + %s)' % (e(), e(self.pick('uni', 'str'))),
            lambda: '%s[%s:%s]' % (e(), self.small(), self.small()),
            lambda: '%s[::%s]' % (e(), self.pick('-1', '2')),
            lambda: '%s[%s]' % (e(), self.small()),
            lambda: '(%s * %s)' % (e(), self.small()),
            lambda: '%s.%s()' % (e(), self.pick(
                'upper', 'lower', 'title', 'swapcase', 'capitalize', 'strip',
                'isnumeric', 'isdecimal', 'isalpha', 'istitle')),
            lambda: '%s.encode(%s)' % (e(), self.pick(
                "'utf-8'", "'ascii', 'xmlcharrefreplace'", "'latin-1'",
                "'utf-16-be'", "'ascii', 'backslashreplace'", "'utf-32'")),
            lambda: '%s.%s(%s)' % (e(), self.pick(
                'find', 'count', 'index', 'rfind', 'split', 'partition',
                'startswith', 'endswith', 'strip', 'rsplit'),
                self.pick("u'b'", "'b'", "u'\\xe9'", "u''", 'u" "')),
            lambda: '%s.replace(%s, %s)[:40]' % (e(), self.pick(
                "u'b'", "'b'", "u'\\xe9'"), e()),
            lambda: "u'%s' %% (%s)" % (self.pick('%s', '%r', '%5s|', '%-4s|',
                                                 '%.2s', '%c'),
                                       e(self.pick('uni', 'str', 'int'))),
            lambda: "u'{0:%s}|{0!r}'.format(%s)" % (
                self.pick('', '>9', '^7', '.2', '*<6'), e()),
            lambda: 'unicode(%s, %s)' % (e('str'), self.pick(
                "'utf-8'", "'ascii'", "'ascii', 'replace'", "'latin-1'")),
            lambda: '%s.join([%s, %s])' % (e(), e('str'), e()),
            lambda: '(%s %s %s)' % (e(), self.pick('<', '==', 'in', '!='),
                                    e(self.pick('uni', 'str'))),
            lambda: 'map(ord, %s)' % e(),
            lambda: 'repr(%s)' % e())()

    def x_bytes(self, d):
        e = lambda k='bytes': self.expr(k, d)
        return self.pick(
            lambda: '(%s + %s)' % (e(), e(self.pick('bytes', 'str'))),
            lambda: '(%s + %s)' % (e('str'), e()),
            lambda: '%s[%s:%s]' % (e(), self.small(), self.small()),
            lambda: '%s[::%s]' % (e(), self.pick('-1', '2', '-2')),
            lambda: '%s[%s]' % (e(), self.small()),
            lambda: '(%s * %s)' % (e(), self.small()),
            lambda: 'bytearray(%s)' % e(self.pick('str', 'list', 'tuple')),
            lambda: '%s.%s()' % (e(), self.pick('upper', 'title', 'strip',
                                                'isalpha', 'splitlines',
                                                'swapcase', 'islower')),
            lambda: '%s.%s(%s)' % (e(), self.pick(
                'find', 'count', 'split', 'partition', 'startswith', 'index',
                'strip', 'join', 'translate'),
                self.pick("'b'", "bytearray('c')", 'None', "u'a'", "['q']")),
            lambda: '%s.replace(%s, %s)' % (e(), self.pick("'b'", "'a'"),
                                            self.pick("'xy'", "''")),
            lambda: '%s.decode(%s)' % (e(), self.pick("'latin-1'", "'ascii'",
                                                      "'utf-8', 'ignore'")),
            lambda: '(%s in %s)' % (e(self.pick('int', 'str')), e()),
            lambda: '(%s %s %s)' % (e(), self.pick('<', '==', '!='),
                                    e(self.pick('bytes', 'str'))),
            lambda: "'%%s %%r' %% (%s, %s)" % (e(), e()))()

    def x_frozen(self, d):
        e = lambda k='frozen': self.expr(k, d)
        return self.pick(
            lambda: '(%s %s %s)' % (e(), self.pick(*'|&-^'),
                                    e(self.pick('set', 'frozen'))),
            lambda: '(%s %s %s)' % (e(), self.pick('==', '<=', '>', '!='),
                                    e(self.pick('set', 'frozen'))),
            lambda: 'frozenset(%s)' % e(self.pick('str', 'list', 'frozen')),
            lambda: 'hash(%s)' % self.pick("frozenset('ab')",
                                           'frozenset([1, 2L, 3.0])'),
            lambda: '{%s: %s}' % (e(), e('any')),
            lambda: '%s.%s(%s)' % (e(), self.pick('union', 'difference',
                                                  'intersection', 'add'),
                                   e(self.pick('list', 'str', 'frozen'))))()
