"""An arithmetic parser and evaluator: reads lines from stdin."""
import math
import operator
import sys


class CalcError(Exception):
    """A mistake in the input, with its column."""

    def __init__(self, message, column=None):
        Exception.__init__(self, message)
        self.column = column


class Token(object):
    def __init__(self, kind, text, column):
        self.kind, self.text, self.column = kind, text, column

    def __repr__(self):
        return '%s(%s)' % (self.kind, self.text)


def tokenize(line):
    tokens, i = [], 0
    while i < len(line):
        c, start = line[i], i
        if c.isspace():
            i += 1
            continue
        if c.isdigit() or c == '.':
            while i < len(line) and (line[i].isalnum() or line[i] == '.'):
                i += 1
            kind = 'number'
        elif c.isalpha() or c == '_':
            while i < len(line) and (line[i].isalnum() or line[i] == '_'):
                i += 1
            kind = 'name'
        else:
            i += 2 if line[i:i + 2] in ('**', '//', '==', '<=', '>=') else 1
            kind = 'op'
        tokens.append(Token(kind, line[start:i], start))
    tokens.append(Token('end', '', len(line)))
    return tokens


class Node(object):
    def eval(self, env):
        raise NotImplementedError


class Number(Node):
    def __init__(self, value):
        self.value = value

    def eval(self, env):
        return self.value

    def __str__(self):
        return repr(self.value)


class Name(Node):
    def __init__(self, token):
        self.name, self.column = token.text, token.column

    def eval(self, env):
        try:
            return env[self.name]
        except KeyError:
            raise CalcError('unknown name %r' % self.name, self.column)

    def __str__(self):
        return self.name


class Binary(Node):
    functions = {
        '+': operator.add, '-': operator.sub, '*': operator.mul,
        '/': operator.truediv, '//': operator.floordiv, '%': operator.mod,
        '**': operator.pow, '<': operator.lt, '>': operator.gt,
        '<=': operator.le, '>=': operator.ge, '==': operator.eq,
    }

    def __init__(self, token, left, right):
        self.op, self.column = token.text, token.column
        self.left, self.right = left, right

    def eval(self, env):
        left, right = self.left.eval(env), self.right.eval(env)
        try:
            return self.functions[self.op](left, right)
        except ZeroDivisionError:
            raise CalcError('division by zero', self.column)
        except (TypeError, ValueError, OverflowError) as e:
            raise CalcError(str(e), self.column)

    def __str__(self):
        return '(%s %s %s)' % (self.left, self.op, self.right)


class Negate(Node):
    def __init__(self, operand):
        self.operand = operand

    def eval(self, env):
        return -self.operand.eval(env)

    def __str__(self):
        return '-%s' % self.operand


class Call(Node):
    def __init__(self, function, args, column):
        self.function, self.args, self.column = function, args, column

    def eval(self, env):
        f = self.function.eval(env)
        if not callable(f):
            raise CalcError('%s is not a function' % self.function,
                            self.column)
        try:
            return f(*[a.eval(env) for a in self.args])
        except (TypeError, ValueError, OverflowError) as e:
            raise CalcError(str(e), self.column)

    def __str__(self):
        return '%s(%s)' % (self.function, ', '.join(map(str, self.args)))


class Function(object):
    def __init__(self, name, params, body, env):
        self.name, self.params, self.body, self.env = name, params, body, env

    def __call__(self, *args):
        if len(args) != len(self.params):
            raise CalcError('%s takes %d arguments' % (self.name,
                                                       len(self.params)))
        local = dict(self.env)
        local.update(zip(self.params, args))
        return self.body.eval(local)

    def __repr__(self):
        return '<%s(%s) = %s>' % (self.name, ', '.join(self.params), self.body)


class Parser(object):
    levels = [('<', '>', '<=', '>=', '=='), ('+', '-'), ('*', '/', '//', '%')]

    def __init__(self, line):
        self.tokens = tokenize(line)
        self.pos = 0

    @property
    def token(self):
        return self.tokens[self.pos]

    def next(self):
        token = self.token
        self.pos += 1
        return token

    def accept(self, text):
        if self.token.text == text and self.token.kind != 'end':
            return self.next()

    def expect(self, text):
        if not self.accept(text):
            raise CalcError('expected %r' % text, self.token.column)

    def expression(self, level=0):
        if level == len(self.levels):
            return self.unary()
        node = self.expression(level + 1)
        while self.token.kind == 'op' and \
                self.token.text in self.levels[level]:
            op = self.next()
            node = Binary(op, node, self.expression(level + 1))
        return node

    def unary(self):
        if self.accept('-'):
            return Negate(self.unary())
        node = self.postfix()
        if self.token.text == '**':
            return Binary(self.next(), node, self.unary())
        return node

    def postfix(self):
        node = self.atom()
        while self.token.text == '(':
            column = self.next().column
            args = []
            while not self.accept(')'):
                args.append(self.expression())
                if self.token.text != ')':
                    self.expect(',')
            node = Call(node, args, column)
        return node

    def atom(self):
        token = self.next()
        if token.kind == 'number':
            try:
                whole = token.text.isdigit()
                return Number((int if whole else float)(token.text))
            except ValueError:
                raise CalcError('bad number %r' % token.text, token.column)
        if token.kind == 'name':
            return Name(token)
        if token.text == '(':
            node = self.expression()
            self.expect(')')
            return node
        raise CalcError('unexpected %s' % (token.text or 'end of line'),
                        token.column)

    def finish(self, node):
        if self.token.kind != 'end':
            raise CalcError('unexpected %r' % self.token.text,
                            self.token.column)
        return node


def run_line(line, env):
    """Value of an expression; assignments and definitions change env."""
    parser = Parser(line)
    node = parser.expression()
    if not parser.accept('='):
        value = parser.finish(node).eval(env)
        env['_'] = value
        return value
    body = parser.finish(parser.expression())
    if isinstance(node, Name):
        env[node.name] = body.eval(env)
        return env[node.name]
    if isinstance(node, Call) and all(isinstance(a, Name) for a in node.args):
        f = Function(str(node.function), [a.name for a in node.args], body,
                     env)
        env[f.name] = f
        return f
    raise CalcError('cannot assign to %s' % node, 0)


def main():
    env = {'pi': math.pi, 'sqrt': math.sqrt, 'max': max, 'min': min,
           'abs': abs, 'fact': math.factorial}
    errors = 0
    for line in sys.stdin:
        line = line.rstrip('\n')
        if not line.strip() or line.startswith('#'):
            continue
        print '>', line
        try:
            print run_line(line, env)
        except CalcError as e:
            errors += 1
            if e.column is not None:
                print '  ' + ' ' * e.column + '^'
            print 'error:', e
    print '%d errors' % errors


if __name__ == '__main__':
    main()
