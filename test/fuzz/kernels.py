"""Random statements of the shape that the optimiser specialises: loops over
numbers and lists of them, instances that stay where they are made, closures
and generators used on the spot, text that is built or taken apart; and of
shapes that it has to leave alone: names in strings, tracebacks, del."""


class Kernels:
    def s_numbers(self, depth):
        """Two accumulators; the kind of one may change on the way."""
        s, t, i = self.fresh(), self.fresh(), self.fresh()
        kind = self.pick('int', 'float', 'int', 'bool', 'long')
        self.emit(depth, '%s, %s = %s, %s' % (s, t, self.leaf(kind),
                                              self.leaf('float')))
        self.emit(depth, 'for %s in %s:' % (i, self.pick(
            'xrange(12)', 'range(-5, 6)', 'xrange(20, 3, -4)',
            '[0.5, 2, 3L, -1]', 'ITEMS', '(1, 2.5, True)')))
        f = {'s': s, 't': t, 'i': i, 'n': self.small(),
             'big': self.pick('1 << 40', '2 ** 62', '-3', '7', '0.5')}
        for _ in range(self.r.randrange(1, 4)):
            self.emit(depth + 1, self.pick(
                '%(s)s += %(i)s * %(n)s', '%(s)s = %(s)s * %(i)s + %(big)s',
                '%(t)s = %(t)s * 0.5 + %(i)s', '%(t)s -= %(s)s / (%(i)s or 1)',
                '%(s)s, %(t)s = %(t)s, %(s)s', '%(s)s ^= int(%(i)s) << 3',
                'if %(i)s > %(n)s: %(s)s = %(s)s - 1',
                'if %(s)s > 2 ** 61: %(s)s //= 1000',
                '%(t)s = max(%(t)s, %(i)s, %(n)s)',
                '%(s)s = (%(s)s << 1) %% 1000003',
                '%(t)s = abs(%(t)s) ** 0.5', '%(s)s = -%(s)s',
                '%(s)s += not %(i)s %% 2', '%(s)s = ~%(s)s & %(big)s',
                '%(s)s = %(s)s if %(t)s < 3 else %(t)s',
                'if %(t)s != %(t)s: break', 'if %(i)s == 4: continue') % f)
        self.emit(depth, 'LOG.append(show((%s, %s)))' % (s, t))
        self.scope.vars[s] = self.scope.vars[t] = 'float'

    def s_grid(self, depth):
        """Lists of lists; indices at the borders; slices as targets."""
        g, i, j = self.fresh(), self.fresh(), self.fresh()
        self.emit(depth, '%s = %s' % (g, self.pick(
            '[[0] * 4 for _ in range(3)]', '[[0.0] * 3] * 3',
            '[range(k, k + 4) for k in range(3)]', '[[1], [2.5, 3], []]',
            "[list('abc'), [None, 1, 2]]")))
        self.emit(depth, 'for %s in range(len(%s)):' % (i, g))
        self.emit(depth + 1, 'for %s in xrange(%s):' % (j, self.pick(
            'len(%s[%s])' % (g, i), '3', '4', '-1, 2')))
        f = {'g': g, 'i': i, 'j': j, 'e': self.num(2)}
        for _ in range(self.r.randrange(1, 4)):
            self.emit(depth + 2, self.pick(
                '%(g)s[%(i)s][%(j)s] += %(i)s * %(j)s',
                '%(g)s[%(i)s][%(j)s] = %(g)s[%(i)s - 1][%(j)s - 1]',
                '%(g)s[%(i)s][%(j)s - 1], %(g)s[0][0] = %(j)s, %(i)s',
                '%(g)s[%(i)s][%(j)s] = %(e)s', 'LOG.append(%(g)s[%(j)s][0])',
                '%(g)s[%(i)s][%(j)s:] = [%(j)s]', '%(g)s[%(i)s] *= 1',
                'if %(i)s == %(j)s: %(g)s[%(i)s].append(%(e)s)',
                'if len(%(g)s[%(i)s]) > 9: break',
                '%(g)s[%(i)s][::2] = %(g)s[%(i)s][::-2]',
                'del %(g)s[%(i)s][%(j)s:%(j)s + 1]',
                '%(g)s[%(i)s][%(j)s] = float(%(g)s[%(i)s][%(j)s])') % f)
        self.emit(depth, 'LOG.append(show(%s))' % self.pick(
            g, 'zip(*%s)' % g, 'map(sum, %s)' % g, 'sum(%s, [])' % g))

    def s_local_class(self, depth):
        """A class of one's own: slots, class attributes, a data descriptor, a
        metaclass; instances that do or do not leave the function."""
        k, o = self.fresh(), self.fresh()
        base = self.pick('object', 'object', 'Point', 'Root', 'list', 'Num',
                         'Made', 'Vec', 'dict', 'Mine')
        self.emit(depth, 'class %s(%s):' % (k, base))
        if self.chance(.2):
            self.emit(depth + 1, '__slots__ = %s' % self.pick(
                "()", "('p', 'q')", "'p'", "['p', '__weakref__']"))
        else:
            self.emit(depth + 1, 'p = %s' % self.expr('int', 2))
            self.emit(depth + 1, 'q = %s' % self.pick(
                'p', '[p]', 'lambda self, a=p: (a, self.p)',
                'staticmethod(lambda *a: a)', 'Cell(p)', 'property(lambda s: s.p)',
                'property(None, lambda s, v: LOG.append(v))',
                '[v + 1 for v in (1, 2)]', 'p if p > 3 else -p'))
        if self.chance(.3):
            self.emit(depth + 1, 'if %s:' % self.expr('bool', 2))
            self.emit(depth + 2, 'p = 0')
        if self.chance(.5):
            self.emit(depth + 1, 'def %s(self, *a, **n):' % self.pick(
                '__getattr__', '__getitem__', '__call__', '__len__',
                '__setattr__', '__eq__', '__hash__', '__str__', '__add__',
                '__iter__', '__nonzero__', '__contains__', 'total'))
            self.emit(depth + 2, 'return %s' % self.pick(
                'a', 'len(a)', 'self.p', '3', "'s'", 'iter(a)', 'None',
                'super(%s, self).__repr__()' % k, 'type(self).__name__'))
        self.emit(depth, 'try:')
        self.emit(depth + 1, '%s = %s(%s)' % (o, k, self.pick('', '', '1',
                                                              '1, 2')))
        for _ in range(self.r.randrange(1, 5)):
            self.emit(depth + 1, self.pick(
                '%(o)s.p = %(e)s', '%(o)s.p += 1', '%(o)s.q = 1', 'del %(o)s.p',
                'LOG.append(show(trap(getattr, %(o)s, "q")))',
                'LOG.append(show(%(o)s.p))', 'LOG.append(show(trap(len, %(o)s)))',
                'LOG.append(show(trap(lambda: %(o)s == 1)))',
                'LOG.append(show(trap(%(o)s)))', '%(k)s.p = %(e)s',
                'LOG.append(show(trap(lambda: %(o)s[0])))',
                'LOG.append([c.__name__ for c in %(k)s.__mro__])',
                'LOG.append(show(trap(str, %(o)s))[:9])',
                'LOG.append(sorted(trap(vars, %(o)s)))',
                'LOG.append(show(trap(lambda: %(o)s + 1)))',
                'LOG.append(bool(%(o)s))', 'LOG.append(%(k)s.__name__ < "v")',
                'LOG.append(show(trap(hash, %(o)s)) == "")',
                'LOG.append(isinstance(%(o)s, %(b)s))',
            ) % {'o': o, 'k': k, 'b': base, 'e': self.expr('int', 2)})
        self.emit(depth, 'except Exception as e:')
        self.emit(depth + 1, 'LOG.append(kind(e))')

    def s_loop_cells(self, depth):
        """Functions made in a loop: each shares, or keeps, the variable."""
        fs, i = self.fresh(), self.fresh()
        if self.in_function > 2:
            return self.assign(depth)
        self.emit(depth, '%s = []' % fs)
        self.emit(depth, 'for %s in %s:' % (i, self.iterable(2)[0]))
        self.emit(depth + 1, self.pick(
            '%(fs)s.append(lambda: %(i)s)', '%(fs)s.append(lambda j=%(i)s: j)',
            '%(fs)s.append(lambda *a: (a, %(i)s))',
            'def %(fs)s_(k=%(i)s, *r):\n%(d)s    return k, r, %(i)s\n'
            '%(d)s%(fs)s.append(%(fs)s_)',
            '%(fs)s.extend([lambda: (%(i)s, j) for j in (1, 2)])',
            '%(fs)s.extend(lambda: (%(i)s, j) for j in (1, 2))',
            '%(fs)s.append((lambda x: lambda: x)(%(i)s))') % {
                'fs': fs, 'i': i, 'd': '    ' * (depth + 1)})
        if self.chance(.3):
            self.emit(depth + 1, 'if len(%s) > 2: break' % fs)
        if self.chance(.3):
            self.emit(depth, '%s = %s' % (i, self.expr('any', 2)))
        self.emit(depth, 'LOG.append(show([trap(f) for f in %s]))' % fs)

    def s_text(self, depth):
        """Strings built piece by piece, and taken apart."""
        s, c = self.fresh(), self.fresh()
        self.emit(depth, '%s = %s' % (s, self.pick("''", "u''", "'ab'")))
        self.emit(depth, 'for %s in %s:' % (c, self.pick(
            "'hello'", "u'\\xe9\\u20acz'", "'a,b;c'.split(',')", 'xrange(4)',
            "bytearray('xyz')", "reversed('abc')", "enumerate('pq')")))
        for _ in range(self.r.randrange(1, 3)):
            self.emit(depth + 1, self.pick(
                "%(s)s += '%%s,' %% (%(c)s,)", '%(s)s += %(c)s',
                '%(s)s = %(c)s + %(s)s', '%(s)s = %(s)s + repr(%(c)s)',
                "%(s)s += str(%(c)s)[:2].upper()", '%(s)s = %(s)s[1:] + "-"',
                'if %(c)s in "le": %(s)s += "!"',
                "%(s)s += '{0:>3}|{0!r}'.format(%(c)s)",
                "%(s)s = '%%-4s%%s' %% (%(s)s, %(c)s)",
                "%(s)s += chr(ord(%(c)s) + 1)", '%(s)s *= 1',
                "%(s)s = ''.join([%(s)s, %(c)s, 'x'])") % {'s': s, 'c': c})
        self.emit(depth, 'LOG.append(show(%s))' % self.pick(
            '%s', '%s.split(",")', '%s[::-2]', '(len(%s), hash(%s))',
            '(%s.count("l"), %s.find("b", 1))', '%s.title()',
            '[ord(x) for x in %s]', '%s.partition("-")').replace('%s', s))

    def s_counting(self, depth):
        """Tables filled in a loop."""
        d, k = self.fresh(), self.fresh()
        self.emit(depth, '%s = {}' % d)
        self.emit(depth, 'for %s in %s:' % (k, self.pick(
            "'mississippi'", '[1, 2.0, 1L, True, 3]', '[(1, 2), (1, 2), ()]',
            "u'ab\\xe9a'", "['a', u'a', 'b']", 'xrange(7)',
            '[None, 0, False, 0.0, ""]', '[-1, -2, 2 ** 64, -1.0]')))
        self.emit(depth + 1, self.pick(
            '%(d)s[%(k)s] = %(d)s.get(%(k)s, 0) + 1',
            '%(d)s.setdefault(%(k)s, []).append(len(%(d)s))',
            'if %(k)s in %(d)s: %(d)s[%(k)s] += 1\n%(i)selse: %(d)s[%(k)s] = 1',
            'try: %(d)s[%(k)s] += 1\n%(i)sexcept KeyError: %(d)s[%(k)s] = 0',
            '%(d)s[%(k)s], %(d)s["last"] = 1, %(k)s',
            '%(d)s[%(k)s] = %(d)s.pop(%(k)s, ()) + (1,)') % {
                'd': d, 'k': k, 'i': '    ' * (depth + 1)})
        self.emit(depth, 'LOG.append(%s)' % self.pick(
            'repr(%s)' % d, 'repr(sorted(%s.items(), key=repr))' % d,
            'repr(%s.keys())' % d, '[v for v in %s.itervalues()]' % d,
            'max(%s, key=%s.get)' % (d, d), 'repr(%s.viewitems())' % d,
            'repr(min(%s.iteritems(), key=repr))' % d))
        self.scope.vars[d] = 'dict'

    def s_text_code(self, depth):
        """eval and exec see and change what is around them."""
        e = self.pick('1 + 1', 'ITEMS[0]', '[i * 2 for i in range(3)]', 'COUNT',
                      '(lambda a: a + 1)(2)', 'len', 'Point(1, 2).total()',
                      '1 if TOTAL else 2', '{1: 2}', 'undefined_name',
                      'bump()', '"%s" % 3', '1 /', 'not 1', '`1`', '2 ** 70',
                      'sum(x for x in ITEMS)', '3 .real', 'u"\\\\xe9"')
        self.emit(depth, self.pick(
            'LOG.append(show(trap(eval, %r)))' % e,
            'LOG.append(show(trap(eval, %r, {"ITEMS": [7], "bump": list})))' % e,
            'LOG.append(show(trap(lambda: eval(compile(%r, "x", "eval")))))' % e,
            'exec "COUNT += 1" in globals()',
            'exec "def made(a, b=2): return a * b" in globals()\n%sLOG.append('
            'show(trap(made, 3)))' % ('    ' * depth),
            'exec "q = [0]\\nfor q in range(3): pass" in TABLE\n%sLOG.append('
            'TABLE.pop("q", None)); TABLE.pop("__builtins__", None)' %
            ('    ' * depth),
            'exec "class Point4(Point):\\n  scale = 9\\n" in globals()\n'
            '%sLOG.append(show(Point4(2).area))' % ('    ' * depth)))

    def s_global(self, depth):
        """Functions that assign globals, deleted and made again."""
        if self.in_function > 2:
            return self.assign(depth)
        f = self.fresh()
        self.emit(depth, 'def %s(a=%s):' % (f, self.expr('int', 2)))
        self.emit(depth + 1, 'global SPARE%s' % self.pick('', ', COUNT'))
        self.emit(depth + 1, self.pick(
            'SPARE = a', 'SPARE = [a]', 'for SPARE in range(3): pass',
            'SPARE = getattr(SPARE, "real", 0) + 1', 'import sys as SPARE',
            'def SPARE(): return a', 'class SPARE: x = 2',
            '[SPARE for SPARE in "ab"]', 'SPARE, SPARE = 1, 2',
            'with Guard() as SPARE: pass', 'del SPARE',
            'try: 1 / 0\n%sexcept ZeroDivisionError as SPARE: pass' %
            ('    ' * (depth + 1))))
        self.emit(depth, 'LOG.append(show(trap(%s)))' % f)
        self.emit(depth, 'LOG.append(show(trap(lambda: SPARE)))')

    def s_decorated(self, depth):
        if self.in_function > 2:
            return self.assign(depth)
        f, g = self.fresh(), self.fresh()
        self.emit(depth, 'def %s(n, *more):' % g)
        self.emit(depth + 1, 'def wrap(f):')
        self.emit(depth + 2, 'LOG.append(n)')
        self.emit(depth + 2, 'return %s' % self.pick(
            'f', 'lambda *a, **k: (n, f(*a, **k))', 'staticmethod(f)',
            'lambda *a: trap(f, *a)', 'f(1)', 'lambda a: f(a) + n'))
        self.emit(depth + 1, 'return wrap')
        for _ in range(self.r.randrange(1, 3)):
            self.emit(depth, '@%s(%s)' % (g, self.small()))
        self.emit(depth, 'def %s(a, b=%s):' % (f, self.expr('int', 2)))
        self.emit(depth + 1, 'return %s' % self.pick('a', 'b', '(a, b)',
                                                     'a + b', '[a]'))
        self.emit(depth, 'LOG.append(show(trap(%s, %s)))' % (
            f, self.expr('any', 2)))

    def s_targets(self, depth):
        """Augmented assignment, del and for with every kind of target."""
        e = lambda: self.expr('int', 2)
        o = self.pick('Point(1, 2)', 'Vec(1, 2)', 'Old(1)', 'Made(3)')
        v = self.fresh()
        self.emit(depth, '%s = %s' % (v, self.pick(o, '[1, 2, 3, 4]',
                                                   "{'a': 1, 2: 3}")))
        self.emit(depth, 'try:')
        for _ in range(self.r.randrange(1, 4)):
            self.emit(depth + 1, self.pick(
                '%(v)s[0:2] += [%(e)s]', '%(v)s[::2] = "pq"', 'del %(v)s[1:]',
                'for %(v)s[0] in (5, 6): pass', 'for %(v)s.x in "ab": pass',
                'del %(v)s[0], %(v)s[-1]', '%(v)s["a"] -= %(e)s',
                '(%(v)s.x, %(v)s.y), COUNT_ = (1, %(e)s), 3',
                '[%(v)s[0], %(v)s[1]] = %(e)s, 2', '%(v)s.x //= 2',
                '%(v)s.x, %(v)s.x = 4, %(e)s', 'del (%(v)s.x, %(v)s.y)',
                '%(v)s[1:2][0:1] = [3]', '%(v)s[bump() %% 2] **= 2',
                '%(v)s[1, 2] = %(e)s', '%(v)s[1:2, ::3] += 1',
                '%(v)s *= 2', '%(v)s.z = %(v)s.x = %(v)s',
                'with Guard(True) as %(v)s.x: %(v)s.x += 1',
                'with Guard(True) as (%(v)s, q): pass',
                'LOG.append(show([%(v)s for %(v)s in (1, 2)]))',
                '%(v)s <<= 1', '%(v)s ^= %(v)s', '%(v)s |= {3}') % {
                    'v': v, 'e': e()})
        self.emit(depth, 'except Exception as e:')
        self.emit(depth + 1, 'LOG.append(kind(e))')
        self.emit(depth, 'LOG.append(show(%s))' % v)
        self.scope.vars[v] = 'any'

    def s_trace(self, depth):
        """Lines that a traceback names, through functions of one's own."""
        if self.in_function > 2:
            return self.assign(depth)
        f = self.fresh()
        self.emit(depth, 'def %s(n):' % f)
        self.emit(depth + 1, 'if n > %s:' % self.small())
        self.emit(depth + 2, self.pick(
            'return [%s(n - 1)\n%sfor _ in "a"][0]' % (f, '    ' * (depth + 3)),
            'return %s(n - 1)' % f, 'x = %s(\n%sn - 1)\n%sreturn x' % (
                f, '    ' * (depth + 3), '    ' * (depth + 2)),
            'return max(%s(m) for m in [n - 1])' % f,
            'return (lambda: %s(n - 1))()' % f))
        self.emit(depth + 1, self.pick('return 1 / 0', 'raise Lost(n)',
                                       'return n.missing', '{}[n]',
                                       'return [][n]', 'return int("x")',
                                       'assert n is None, n', 'return n'))
        self.emit(depth, 'try:')
        self.emit(depth + 1, 'LOG.append(show(%s(%s)))' % (f, self.pick(
            '3', '4', '1')))
        self.emit(depth, 'except Exception as e:')
        self.emit(depth + 1, 'LOG.append(lines())')
