"""More random statements: forms of control flow, exceptions, generators,
classes changed while they are used, names bound anew, printing."""

RAISABLE = ['ValueError', 'KeyError(1)', 'Mine(2)', 'Deep(1, 2)', 'Lost',
            "Deep, 'deep'", 'Lost, (1, 2)', 'IndexError, None', 'Mine',
            "ValueError, 'v', sys.exc_info()[2]", 'Deep, (3, 4), None',
            "Mine, Mine('made')", "Lost, ValueError('other')", "'text'",
            'TypeError', 'StopIteration(4)', 'ZeroDivisionError()', '7',
            'KeyError, KeyError, None', 'Old', 'Old(1), 2']
CAUGHT = ['ValueError', 'Mine', 'Deep', 'LookupError', 'Exception',
          '(Lost, ValueError)', 'StandardError', 'TypeError', '()',
          '(KeyError, (Deep, ZeroDivisionError))', 'Lost', 'BaseException',
          'Old']


class Forms:
    def raising(self):
        return 'raise ' + self.r.choice(RAISABLE)

    def handler(self, depth, body=None):
        """An except clause that notes what it caught."""
        name = self.fresh()
        caught = self.r.choice(CAUGHT)
        if self.is_generator and caught == 'BaseException':
            caught = 'IndexError'  # those that will not close are closed again
        self.emit(depth, self.pick('except %s as %s:', 'except %s, %s:') %
                  (caught, name))
        self.emit(depth + 1, 'LOG.append(kind(%s))' % name)
        if self.chance(.3):
            self.note_error(depth + 1)
        if self.chance(.25):
            self.emit(depth + 1, 'LOG.append(show(getattr(%s, %r, 0)))' % (
                name, self.pick('args', 'rest', 'level', 'message')))
        if body:
            self.emit(depth + 1, body)

    def note_error(self, depth):
        """What sys.exc_info says lasts until the function returns."""
        self.emit(depth, 'LOG.append(getattr(sys.exc_info()[0], '
                  "'__name__', None))")

    def leaving(self):
        """A way out of the block that is legal here."""
        ways = ['pass', self.raising(), 'bump()']
        if self.in_loop:
            ways += ['continue', 'break', 'continue', 'break']
        if self.in_function:
            ways += ['return'] if self.is_generator else \
                ['return ' + self.expr('int', 2)]
        return self.r.choice(ways)

    def maybe_leave(self, depth):
        self.emit(depth, 'if %s:' % self.expr('bool', 1))
        self.emit(depth + 1, self.leaving())

    def s_while_else(self, depth):
        n = self.fresh()
        self.emit(depth, '%s = %s' % (n, self.small()))
        self.emit(depth, 'while %s %s:' % (n, self.pick('< 4', '!= 6',
                                                        '<= 3 and %s < 9' % n)))
        self.emit(depth + 1, '%s += 1' % n)
        self.scope.vars[n] = 'int'
        self.in_loop += 1
        self.maybe_leave(depth + 1)
        self.block(depth + 1)
        self.in_loop -= 1
        self.emit(depth, 'else:')
        self.block(depth + 1)
        if self.chance(.3):
            self.maybe_leave(depth)

    def s_nest(self, depth):
        """Ways out of nested try statements in a loop."""
        if depth > 3:
            return self.assign(depth)
        i = self.fresh()
        self.emit(depth, 'for %s in %s:' % (i, self.iterable(2)[0]))
        self.scope.vars[i] = 'any'
        self.in_loop += 1
        self.emit(depth + 1, 'try:')
        if self.chance(.6):
            self.emit(depth + 2, 'try:')
            self.emit(depth + 3, 'LOG.append(show(%s))' % i)
            self.maybe_leave(depth + 3)
            if self.chance(.5):
                self.statement(depth + 3)
                self.maybe_leave(depth + 3)
            if self.chance(.6):
                self.handler(depth + 2, self.pick(self.leaving(), 'raise'))
            else:
                self.emit(depth + 2, 'finally:')
                self.emit(depth + 3, "LOG.append('f')")
                if self.chance(.25):
                    self.emit(depth + 3, 'if %s:' % self.expr('bool', 2))
                    self.emit(depth + 4, self.leaving().replace('continue',
                                                                'break'))
        else:
            self.maybe_leave(depth + 2)
            self.statement(depth + 2)
        if self.chance(.5):
            self.handler(depth + 1, self.leaving())
            if self.chance(.3):
                self.emit(depth + 1, 'else:')
                self.emit(depth + 2, self.leaving())
        if self.chance(.5) or self.lines[-1].lstrip()[:6] not in (
                'except', 'else:') and not self.handled(depth + 1):
            self.emit(depth + 1, 'finally:')
            self.emit(depth + 2, "LOG.append('g')")
            self.note_error(depth + 2)
        self.in_loop -= 1
        if self.chance(.4):
            self.emit(depth, 'else:')
            self.block(depth + 1, 3)

    def handled(self, depth):
        """Whether the innermost try at that depth has a handler yet."""
        for line in reversed(self.lines):
            text = line.strip()
            at = (len(line) - len(line.lstrip())) // 4
            if at == depth:
                return text.startswith(('except', 'finally', 'else'))
        return False

    def s_raise(self, depth):
        """Raised, caught, raised again: in one function or from a callee."""
        self.emit(depth, 'try:')
        self.emit(depth + 1, 'try:')
        self.emit(depth + 2, self.raising())
        self.handler(depth + 1)
        if self.chance(.4):
            self.emit(depth + 2, "trap(int, 'x')")
            self.note_error(depth + 2)
        self.emit(depth + 2, self.pick(
            'raise', 'pass', self.raising(),
            'raise sys.exc_info()[1]',
            'raise sys.exc_info()[0], sys.exc_info()[1], sys.exc_info()[2]',
            'raise type(sys.exc_info()[1])'))
        self.handler(depth)
        self.note_error(depth)

    def s_withs(self, depth):
        """Two guards, the body left in some way."""
        a = self.fresh()
        loop = self.chance(.5)
        if loop:
            self.emit(depth, 'for %s in %s:' % (self.fresh(),
                                                self.iterable(2)[0]))
            self.in_loop += 1
            depth += 1
        self.emit(depth, 'with Guard(%s) as %s, Guard(%s):' % (
            self.expr('bool', 2), a, self.pick('True', 'False')))
        self.scope.vars[a] = 'int'
        self.block(depth + 1, 2)
        self.emit(depth + 1, self.leaving())
        if loop:
            self.in_loop -= 1

    def s_patch(self, depth):
        """Classes and instances change while methods run."""
        k = self.r.choice(['Point', 'Point', 'Point3', 'Old', 'Left', 'Root',
                           'Made', 'Both', 'Vec'])
        f = self.pick('lambda self, k=1: k', 'lambda self, *a: %s' %
                      self.expr('int', 2), "lambda self, k=0: ('new', k)")
        o = self.var('obj') or k + '()'
        self.emit(depth, self.pick(
            '%s.total = %s' % (k, f),
            '%s.scale = %s' % (k, self.expr('int', 2)),
            '%s.area = property(lambda self: %s)' % (k, self.expr('int', 2)),
            '%s.extra = %s' % (k, f),
            '%s.total = classmethod(%s)' % (k, f),
            'trap(delattr, %s, %s)' % (k, self.pick(
                "'extra'", "'scale'", "'total'", "'area'")),
            '%s.__len__ = lambda self: 4' % k,
            '%s.__call__ = %s' % (k, f),
            '%s.total = %s' % (o, f.replace('self, ', '')),
            "setattr(%s, %s, %s)" % (o, self.pick("'x'", "'z'", "'extra'"),
                                     self.expr('any', 2)),
            "trap(delattr, %s, %s)" % (o, self.pick("'x'", "'extra'",
                                                    "'total'")),
            "%s.__dict__[%s] = %s" % (o, self.pick("'x'", "'q'"),
                                      self.expr('int', 2)),
            '%s.__class__ = %s' % (o, self.pick('Point', 'Left', 'Right',
                                                'Old', 'Made')),
            "LOG.append(sorted(vars(%s)))" % o,
            "Both.__bases__ = %s" % self.pick('(Left, Right)',
                                              '(Right, Left)')))
        if self.chance(.7):
            self.emit(depth, 'LOG.append(show(%s))' % self.pick(
                '%s.total()' % o, '%s.scale' % o, 'trap(lambda: %s.area)' % o,
                "getattr(%s, 'extra', 3)" % o, '%s.tell(1)' % o,
                'type(%s).__name__' % o, 'trap(len, %s)' % o))

    def s_shadow(self, depth):
        """A builtin or a function means something else for a while."""
        name, use = self.pick(('len', 'len([1, 2])'), ('abs', 'abs(-3)'),
                              ('range', 'range(2)'), ('int', "int('4')"),
                              ('bump', 'bump()'), ('True', 'True'),
                              ('digest', 'digest(3)'), ('sum', 'sum([1])'))
        new = self.pick('lambda *a: %s' % self.expr('int', 2), '5',
                        'lambda *a: a')
        self.emit(depth, "globals()[%r] = %s" % (name, new))
        self.emit(depth, 'LOG.append(show(trap(lambda: %s)))' % use)
        self.guarded(depth)
        if name in ('bump', 'digest'):
            self.emit(depth, "globals()[%r] = KEPT[%r]" % (name, name))
        else:
            self.emit(depth, "globals().pop(%r, None)" % name)
        self.emit(depth, 'LOG.append(show(trap(lambda: %s)))' % use)

    def s_print(self, depth):
        e = lambda: self.expr(self.pick('int', 'float', 'str', 'uni', 'long',
                                        'bool', 'none', 'complex'), 2)
        s = lambda: 'repr(%s)' % e()
        self.emit(depth, self.pick(
            lambda: 'print %s,' % s(), lambda: 'print %s, %s' % (s(), s()),
            lambda: 'print', lambda: 'print >>sys.stdout, %s,' % s(),
            lambda: "print 'a\\n',", lambda: 'print (%s, %s)' % (s(), s()),
            lambda: "print '%%s %%r' %% (%s, %s)," % (s(), s()),
            lambda: 'print >>None, %s' % s(),
            lambda: "sys.stdout.write('w')", lambda: "print 't\\t', ''",
            lambda: 'print %s' % self.expr(self.pick('int', 'float', 'long',
                                                     'complex', 'bool'), 2),
        )())

    def s_order(self, depth):
        """The order of dicts and sets; changes while they are iterated."""
        d, k = self.fresh(), self.fresh()
        keys = [repr(self.r.choice(['a', 'bc', 'key', 1, 17, 2.5, 'x9', 64,
                                      -3, 'zz', 33, 'q', (1, 2)]))
                for _ in range(self.r.randrange(2, 9))]
        if self.chance(.5):
            made = '{%s}' % ', '.join('%s: %d' % (key, i) for i, key in
                                      enumerate(keys))
            over = self.pick('%s', '%s.keys()', '%s.iteritems()',
                             '%s.values()', '%s.items()', '%s.viewkeys()')
            change = self.pick('del %s[%s]' % (d, self.r.choice(keys)),
                               '%s[%s] = 1' % (d, self.small()),
                               '%s.clear()' % d, '%s.pop(%s, 0)' % (d, k))
        else:
            made = '{%s}' % ', '.join(keys)
            over = self.pick('%s', 'list(%s)', 'frozenset(%s)', 'set(%s)')
            change = self.pick('%s.discard(%s)' % (d, self.r.choice(keys)),
                               '%s.add(%s)' % (d, self.small()),
                               '%s.pop()' % d)
        self.emit(depth, '%s = %s' % (d, made))
        if self.chance(.5):
            self.emit(depth, change)
        self.emit(depth, 'for %s in %s:' % (k, over % d))
        self.emit(depth + 1, 'LOG.append(%s)' % k)
        if self.chance(.3):
            self.emit(depth + 1, 'if len(LOG) %% 3 == 0: %s' % change)
            self.emit(depth + 1, 'if len(LOG) > 40: break')

    def s_bytes(self, depth):
        b = self.fresh()
        self.emit(depth, '%s = %s' % (b, self.leaf('bytes')))
        self.scope.vars[b] = 'bytes'
        for _ in range(self.r.randrange(1, 4)):
            self.emit(depth, 'LOG.append(show(trap(lambda: %s)))' % self.pick(
                '%s.append(%s)' % (b, self.pick('65', '256', "'a'", '-1')),
                '%s.extend(%s)' % (b, self.pick("'xyz'", '[1, 2]', "u'a'",
                                                'xrange(3)')),
                '%s.insert(%s, 66)' % (b, self.small()),
                '%s.pop(%s)' % (b, self.small()),
                '%s.remove(%s)' % (b, self.pick('97', '3')),
                '%s.reverse()' % b,
                '%s.__setitem__(%s, 67)' % (b, self.small())))
        self.emit(depth, self.pick(
            "%s[%s:%s] = 'new'" % (b, self.small(), self.small()),
            "%s[::2] = ''" % b, 'del %s[%s:]' % (b, self.small()),
            'del %s[::-2]' % b, "%s += 'more'" % b, '%s *= 2' % b))

    def s_recurse(self, depth):
        if self.in_function > 2:
            return self.assign(depth)
        f, r = self.fresh(), self.fresh()
        self.emit(depth, 'def %s(n, acc=%s):' % (f, self.leaf(self.pick(
            'int', 'float', 'str'))))
        self.emit(depth + 1, 'if n < 1:')
        self.emit(depth + 2, 'return acc')
        self.emit(depth + 1, 'return %s' % self.pick(
            '%s(n - 1, acc + n)', '%s(n - 1) + n', '(n, %s(n - 1, n))',
            '%s(n - 2, acc) or %s(n - 1)', 'trap(%s, n - 1, [acc])',
            '%s(n - 1, acc * 3)').replace('%s', f))
        self.emit(depth, '%s = %s(%s)' % (r, f, self.pick('5', '9', '3.5')))
        self.scope.vars[r] = 'any'

    def s_gen(self, depth):
        """A generator of one's own, driven by hand or through another."""
        if self.in_function > 2:
            return self.s_send(depth)
        f, g = self.fresh(), self.fresh()
        self.emit(depth, 'def %s(a, b=%s):' % (f, self.expr('int', 2)))
        outer = self.enter(['a', 'b'])
        self.is_generator = True
        self.emit(depth + 1, 'for i in range(3):')
        self.in_loop += 1
        self.emit(depth + 2, 'try:')
        self.emit(depth + 3, self.pick(
            'b = yield i, b', 'yield a', 'b = (yield b) or i',
            'LOG.append(show((yield (i, a))))'))
        if self.chance(.5):
            self.maybe_leave(depth + 3)
        if self.chance(.6):
            self.handler(depth + 2, self.leaving())
        else:
            self.emit(depth + 2, 'finally:')
            self.emit(depth + 3, "LOG.append('fin')")
        self.in_loop -= 1
        self.leave(outer)
        self.emit(depth, '%s = %s' % (g, self.pick(
            '%s(%s)', 'relay(%s(%s))', 'relay(relay(%s(%s)))') % (
                f, self.expr('any', 2))))
        # Abandoned ones are closed at another time than CPython's.
        self.emit(depth, 'try:')
        for _ in range(self.r.randrange(2, 6)):
            self.emit(depth + 1, 'LOG.append(show(trap(%s)))' % self.pick(
                lambda: 'next, %s' % g,
                lambda: '%s.send, %s' % (g, self.expr('any', 2)),
                lambda: '%s.throw, %s' % (g, self.pick(
                    'ValueError', "Deep, 'no'", 'Lost(1)', 'Mine, Mine(5)',
                    'StopIteration', 'KeyError, (1, 2)', '3')),
                lambda: '%s.close' % g)())
        if self.chance(.3):
            self.emit(depth + 1, 'LOG.append(show(trap(list, %s)))' % g)
        self.emit(depth, 'finally:')
        self.emit(depth + 1, 'trap(%s.close)' % g)

    def s_params(self, depth):
        """Defaults, stars, keywords, tuples as parameters."""
        if self.in_function > 2:
            return self.assign(depth)
        f = self.fresh()
        params, result = self.pick(
            ('a, b=2, *c', '(a, b, c)'), ('a, (b, c)', '(c, b, a)'),
            ('a=1, **c', '(a, sorted(c.items()))'),
            ('a, b, c=[]', '(a, b, len(c))'), ('*a', 'a[::-1]'),
            ('a, b=%s, c=None' % self.expr('int', 2), '(c, b, a)'),
            ('a, (b, (c, d))=(1, (2, 3)), *e', '(a, b, c, d, e)'),
            ('a, *b, **c', '(a, b, sorted(c))'))
        self.emit(depth, 'def %s(%s):' % (f, params))
        if self.chance(.3):
            self.emit(depth + 1, 'a = %s' % self.pick('a', '(a, a)', '[a]'))
        self.emit(depth + 1, 'return ' + result)
        for _ in range(self.r.randrange(1, 4)):
            e = lambda: self.expr(self.pick('int', 'str', 'any'), 2)
            self.emit(depth, 'try:')
            self.emit(depth + 1, 'LOG.append(show(%s(%s)))' % (f, self.pick(
                lambda: e(), lambda: '%s, %s' % (e(), e()), lambda: '',
                lambda: '%s, b=%s' % (e(), e()), lambda: 'a=1, c=%s' % e(),
                lambda: '*(1, (2, 3))', lambda: '1, (2, %s)' % e(),
                lambda: "%s, **{'b': 1, 'z': 2}" % e(),
                lambda: '1, *%s' % self.expr('tuple', 2),
                lambda: '1, 2, 3, 4, 5', lambda: 'b=1',
                lambda: '*%s, **%s' % (self.expr('list', 2),
                                       self.expr('dict', 2)))()))
            self.emit(depth, 'except Exception as e:')
            self.emit(depth + 1, 'LOG.append(str(e)[-60:])')

    def s_once(self, depth):
        """Targets and comparisons whose parts are evaluated once."""
        e = lambda: self.expr('int', 2)
        self.emit(depth, self.pick(
            lambda: 'ITEMS[bump() %% 3] %s= %s' % (self.pick(*'+-*|'), e()),
            lambda: 'LOG.append(%s < bump() <= %s)' % (e(), e()),
            lambda: 'LOG.append(bump() == bump() > bump())',
            lambda: 'ITEMS[bump() %% 2:] = [bump(), %s, %s]' % (
                self.small(), self.small()),
            lambda: 'Point(bump(), 2).x += bump()',
            lambda: '(lambda *a: LOG.append(show(a)))(bump(), *(bump(),))',
            lambda: 'TABLE[bump() % 5], ITEMS[0] = bump(), bump()',
            lambda: 'LOG.append({bump(): bump(), bump(): bump()})',
            lambda: 'LOG.append(bump() if bump() % 2 else -bump())',
            lambda: 'LOG.append(bump() and 0 or bump())')())

    def s_unpack(self, depth):
        """Nested targets, in assignments and in loops."""
        a, b, c = self.fresh(), self.fresh(), self.fresh()
        e = lambda k='int': self.expr(k, 2)
        if self.chance(.5):
            self.emit(depth, '%s, (%s, %s) = %s, %s' % (
                a, b, c, e(), self.pick('(%s, %s)' % (e(), e('any')),
                                        e('tuple'), "'xy'", e('list'))))
        else:
            self.emit(depth, 'for %s, (%s, %s) in [(1, (2, 3)), (%s, %s)]:'
                      % (a, b, c, e(), self.pick('(0, 1)', "'pq'",
                                                 e('tuple'))))
            self.in_loop += 1
            self.emit(depth + 1, 'LOG.append(show((%s, %s, %s)))' % (c, b, a))
            self.maybe_leave(depth + 1)
            self.in_loop -= 1
        self.scope.vars[a] = 'int'
        self.scope.vars[b] = self.scope.vars[c] = 'any'

    def module_level(self):
        """Between functions: names bound anew, classes changed, builtins
        shadowed in the whole module."""
        self.emit(0, self.pick(
            'TOTAL = %s' % self.leaf(self.pick('int', 'float', 'str')),
            'COUNT = %s' % self.leaf('int'), 'ITEMS = range(5)',
            "TABLE = {'a': 2.5, 5: []}", 'abs = lambda v: -1', 'len = len',
            'min = max', 'del Point.scale', 'Point.scale = 2.5',
            'def bump(n=2):\n    global COUNT\n    COUNT = COUNT + n\n'
            '    return COUNT', 'Point3.total = Point.total.im_func',
            'Old.x = 6.5', 'Point.tell = lambda self, *a: a',
            'class Point(Point):\n    def total(self, k=3):\n'
            '        return super(Point, self).total(k)',
            'xrange = range', 'sorted = list', 'isinstance = isinstance',
            'repr = str', 'Left.cell = Cell([])'))
        self.emit(0, '')
        self.emit(0, '')
