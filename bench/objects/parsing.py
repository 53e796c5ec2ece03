"""A calculator: tokens, recursive descent, errors by exceptions, scopes."""
from __future__ import print_function


class SyntaxProblem(Exception):
    def __init__(self, position, message):
        Exception.__init__(self, '%s at %d' % (message, position))
        self.position = position


class Undefined(KeyError):
    pass


class Return(Exception):
    def __init__(self, value):
        self.value = value


def tokenize(text):
    i, n = 0, len(text)
    while i < n:
        c = text[i]
        if c == ' ':
            i += 1
        elif c.isdigit():
            start = i
            while i < n and text[i].isdigit():
                i += 1
            yield 'number', int(text[start:i]), start
        elif c.isalpha():
            start = i
            while i < n and text[i].isalnum():
                i += 1
            yield 'name', text[start:i], start
        elif c in '+-*/()=,':
            yield c, c, i
            i += 1
        else:
            raise SyntaxProblem(i, 'bad character %r' % c)
    yield 'end', None, n


class Parser(object):
    def __init__(self, text):
        self.tokens = tokenize(text)
        self.advance()

    def advance(self):
        try:
            self.kind, self.value, self.position = next(self.tokens)
        except StopIteration:
            raise SyntaxProblem(-1, 'no more input')

    def expect(self, kind):
        if self.kind != kind:
            raise SyntaxProblem(self.position, 'expected %s' % kind)
        self.advance()

    def expression(self):
        left = self.term()
        while self.kind in ('+', '-'):
            op = self.kind
            self.advance()
            left = (op, left, self.term())
        return left

    def term(self):
        left = self.factor()
        while self.kind in ('*', '/'):
            op = self.kind
            self.advance()
            left = (op, left, self.factor())
        return left

    def factor(self):
        kind, value = self.kind, self.value
        if kind == 'number':
            self.advance()
            return ('number', value)
        if kind == 'name':
            self.advance()
            return ('name', value)
        if kind == '(':
            self.advance()
            inner = self.expression()
            self.expect(')')
            return inner
        raise SyntaxProblem(self.position, 'unexpected %s' % kind)


class Scope(object):
    def __init__(self, values, outer=None):
        self.values, self.outer = values, outer

    def get(self, name):
        try:
            return self.values[name]
        except KeyError:
            if self.outer is None:
                raise Undefined(name)
            return self.outer.get(name)


def evaluate(tree, scope):
    op = tree[0]
    if op == 'number':
        return tree[1]
    if op == 'name':
        return scope.get(tree[1])
    left, right = evaluate(tree[1], scope), evaluate(tree[2], scope)
    if op == '+':
        return left + right
    if op == '-':
        return left - right
    if op == '*':
        return left * right
    return left // right


def find(table, wanted):
    def search(items):
        for x in items:
            if isinstance(x, list):
                search(x)
            elif x == wanted:
                raise Return(x)
    try:
        search(table)
    except Return as r:
        return r.value
    return None


def as_number(text):
    try:
        return int(text)
    except ValueError:
        try:
            return float(text)
        except ValueError:
            return None


def attribute(o):
    try:
        return o.kind
    except AttributeError:
        return 'none'


def main():
    scope = Scope({'a': 3, 'b': 7}, Scope({'c': 11, 'zero': 0}))
    texts = ['a + b * (c - 2)', '(a + b) * (a - b) / 2', 'a / zero',
             'a + missing', '2 * (3 + 4', '7 $ 2', 'c * c - a * b + 100 / b']
    counts, total = {}, 0
    for i in xrange(9000):
        for text in texts:
            try:
                total += evaluate(Parser(text).expression(), scope)
            except SyntaxProblem as e:
                key = 'syntax', e.position
                counts[key] = counts.get(key, 0) + 1
            except Undefined as e:
                counts[e.args] = counts.get(e.args, 0) + 1
            except ZeroDivisionError:
                counts['zero'] = counts.get('zero', 0) + 1
    print(total, sorted(counts.items(), key=repr))
    table = [[1, 2, [3, 4]], [5, [6, [7, 8]]], 9]
    print(sum(find(table, i % 11) or 0 for i in xrange(200000)))
    words = ['12', '3.5', 'x', '77', '', '1e3'] * 60000
    print(sum(n for n in map(as_number, words) if n is not None))
    print(len([1 for i in xrange(600000) if attribute(i) == 'none']))
    held, d = 0, {}
    for i in xrange(1500000):
        try:
            d[i % 1000] += 1
        except KeyError:
            d[i % 1000] = 1
        try:
            held += texts[i % 14] is not None
        except IndexError:
            held -= 1
        finally:
            held += 1
    print(held, sum(d.values()))


main()
