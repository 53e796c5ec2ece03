"""Random statements.  Each s_ method emits one, at a depth of indentation."""
import re

from expressions import INTS, KINDS
from scope import Scope


class Statements:
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
        kind = self.pick('int', 'int', 'int', 'float', 'float', 'obj', 'obj',
                         'long', 'complex')
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
                lambda: '%s.%s = %s' % (v, self.pick('x', 'y', 'z', 'area',
                                                'cell', 'lazy', 'level'),
                                        self.num(1)),
                lambda: '%s.%s += %s' % (v, self.pick('x', 'y'), self.num(1)),
                lambda: 'del %s.%s' % (v, self.pick('x', 'y', 'z', 'cell',
                                                'lazy')),
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
                  self.s_send, self.s_grow, self.s_leak, self.s_cell,
                  self.s_while_else, self.s_nest, self.s_nest, self.s_raise,
                  self.s_withs, self.s_patch, self.s_shadow, self.s_print,
                  self.s_order, self.s_bytes, self.s_recurse, self.s_gen,
                  self.s_params, self.s_once, self.s_unpack, self.s_numbers,
                  self.s_numbers, self.s_grid, self.s_grid,
                  self.s_local_class, self.s_local_class, self.s_loop_cells,
                  self.s_text, self.s_counting, self.s_text_code,
                  self.s_global, self.s_decorated, self.s_targets,
                  self.s_targets, self.s_trace]
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
