"""A small language: tokenizer, recursive descent parser, interpreter.

fun, var, if, while, return, print, numbers, strings, lists and closures."""
import re
import sys

PROGRAM = r'''
fun fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
print "fib", fib(15);

fun make_counter(start) {
    var count = start;
    return fun () { count = count + 1; return count; };
}
var a = make_counter(0);
var b = make_counter(100);
print a(), a(), b(), a();

fun map(f, items) {
    var out = [];
    var i = 0;
    while i < len(items) { push(out, f(items[i])); i = i + 1; }
    return out;
}
print map(fun (x) { return x * x; }, [1, 2, 3, 4]);

fun sort(items) {
    var i = 1;
    while i < len(items) {
        var j = i;
        while j > 0 and items[j - 1] > items[j] {
            var t = items[j];
            items[j] = items[j - 1];
            items[j - 1] = t;
            j = j - 1;
        }
        i = i + 1;
    }
    return items;
}
print sort([5, 2, 9, 1, 5, 6]), sort(["pear", "apple", "fig"]);

var n = 2;
var primes = [];
while len(primes) < 12 {
    var i = 0;
    var prime = true;
    while i < len(primes) and prime {
        if n % primes[i] == 0 { prime = false; }
        i = i + 1;
    }
    if prime { push(primes, n); }
    n = n + 1;
}
print "primes", primes, not false or nil;
print "text " + "joined", -3 * (2 + 4) / 4, 7 == 7.0, "a" != "b";
if nil { print "no"; } else if len("") == 0 { print "else if"; } else { print "no"; }
print undefined_name;
'''

TOKEN = re.compile(r'''
    (?P<space>\s+|\#[^\n]*)
  | (?P<number>\d+(\.\d+)?)
  | (?P<string>"[^"\n]*")
  | (?P<name>[A-Za-z_]\w*)
  | (?P<op>==|!=|<=|>=|[-+*/%<>=(){}\[\],;])
''', re.VERBOSE)
KEYWORDS = set('fun var if else while return print and or not true false nil'
               .split())


class LangError(Exception):
    def __init__(self, line, message):
        Exception.__init__(self, 'line %d: %s' % (line, message))


class Return(Exception):
    def __init__(self, value):
        self.value = value


def tokenize(text):
    pos, line = 0, 1
    while pos < len(text):
        m = TOKEN.match(text, pos)
        if m is None:
            raise LangError(line, 'bad character %r' % text[pos])
        kind, value = m.lastgroup, m.group(m.lastgroup)
        if kind == 'name' and value in KEYWORDS:
            kind = value
        elif kind == 'op':
            kind = value
        if kind != 'space':
            yield kind, value, line
        line += value.count('\n')
        pos = m.end()
    yield 'end', '', line


class Scope(object):
    def __init__(self, parent=None):
        self.names, self.parent = {}, parent

    def find(self, name, line):
        scope = self
        while scope is not None:
            if name in scope.names:
                return scope.names
            scope = scope.parent
        raise LangError(line, 'undefined %s' % name)


class Function(object):
    def __init__(self, name, params, body, scope):
        self.name, self.params, self.body = name, params, body
        self.scope = scope

    def __call__(self, *args):
        if len(args) != len(self.params):
            raise TypeError('%s takes %d arguments, not %d' % (
                self.name, len(self.params), len(args)))
        scope = Scope(self.scope)
        scope.names.update(zip(self.params, args))
        try:
            run_block(self.body, scope)
        except Return as r:
            return r.value


class Parser(object):
    """Turns tokens into closures that take a scope: no tree is kept."""

    precedence = [('or',), ('and',), ('==', '!=', '<', '>', '<=', '>='),
                  ('+', '-'), ('*', '/', '%')]
    operations = {
        '+': lambda a, b: a + b, '-': lambda a, b: a - b,
        '*': lambda a, b: a * b, '/': lambda a, b: a / b,
        '%': lambda a, b: a % b, '==': lambda a, b: a == b,
        '!=': lambda a, b: a != b, '<': lambda a, b: a < b,
        '>': lambda a, b: a > b, '<=': lambda a, b: a <= b,
        '>=': lambda a, b: a >= b,
    }

    def __init__(self, text):
        self.tokens = tokenize(text)
        self.advance()

    def advance(self):
        self.kind, self.value, self.line = next(self.tokens)

    def accept(self, kind):
        if self.kind != kind:
            return None
        value = self.value
        self.advance()
        return value

    def expect(self, kind):
        value = self.accept(kind)
        if value is None:
            raise LangError(self.line, 'expected %s, found %r' % (
                kind, self.value))
        return value

    def program(self):
        body = []
        while self.kind != 'end':
            body.append(self.statement())
        return body

    def block(self):
        body = []
        self.expect('{')
        while not self.accept('}'):
            body.append(self.statement())
        return body

    def statement(self):
        handler = getattr(self, 'stmt_' + self.kind, None)
        if handler:
            self.advance()
            return handler()
        return self.expression_statement()

    def stmt_fun(self):
        name = self.expect('name')
        params, body = self.function_rest()

        def define(scope):
            scope.names[name] = Function(name, params, body, scope)
        return define

    def stmt_var(self):
        name = self.expect('name')
        self.expect('=')
        value = self.expression()
        self.expect(';')

        def declare(scope):
            scope.names[name] = value(scope)
        return declare

    def stmt_if(self):
        test, then = self.expression(), self.block()
        otherwise = []
        if self.accept('else'):
            otherwise = [self.stmt_if()] if self.accept('if') else self.block()
        return lambda s: run_block(then if test(s) else otherwise, s)

    def stmt_while(self):
        test, body = self.expression(), self.block()

        def loop(scope):
            while test(scope):
                run_block(body, scope)
        return loop

    def stmt_return(self):
        value = self.expression()
        self.expect(';')

        def leave(scope):
            raise Return(value(scope))
        return leave

    def stmt_print(self):
        values = self.list_until(';')

        def show(scope):
            print ' '.join(text(v(scope)) for v in values)
        return show

    def expression_statement(self):
        line = self.line
        target = self.expression()
        if self.accept('='):
            value = self.expression()
            self.expect(';')
            if not hasattr(target, 'assign'):
                raise LangError(line, 'cannot assign')
            return lambda s: target.assign(s, value(s))
        self.expect(';')
        return target

    def function_rest(self):
        params = []
        self.expect('(')
        while not self.accept(')'):
            params.append(self.expect('name'))
            self.accept(',')
        return params, self.block()

    def list_until(self, end):
        items = []
        while not self.accept(end):
            items.append(self.expression())
            self.accept(',')
        return items

    def expression(self, level=0):
        if level == len(self.precedence):
            return self.unary()
        left = self.expression(level + 1)
        while self.kind in self.precedence[level]:
            op, line = self.kind, self.line
            self.advance()
            left = self.binary(op, line, left, self.expression(level + 1))
        return left

    def binary(self, op, line, left, right):
        if op == 'and':
            return lambda s: left(s) and right(s)
        if op == 'or':
            return lambda s: left(s) or right(s)
        operation = self.operations[op]

        def compute(scope):
            try:
                return operation(left(scope), right(scope))
            except (TypeError, ZeroDivisionError) as e:
                raise LangError(line, str(e))
        return compute

    def unary(self):
        if self.accept('-'):
            operand = self.unary()
            return lambda s: -operand(s)
        if self.accept('not'):
            operand = self.unary()
            return lambda s: not operand(s)
        return self.postfix(self.atom())

    def postfix(self, value):
        while self.kind in '([' and self.kind:
            line = self.line
            if self.accept('('):
                value = self.call(value, self.list_until(')'), line)
            else:
                self.advance()
                value = self.index(value, self.expression())
                self.expect(']')
        return value

    def call(self, function, args, line):
        def invoke(scope):
            try:
                return function(scope)(*[a(scope) for a in args])
            except TypeError as e:
                raise LangError(line, str(e))
        return invoke

    def index(self, value, position):
        def get(scope):
            return value(scope)[int(position(scope))]

        def assign(scope, item):
            value(scope)[int(position(scope))] = item
        get.assign = assign
        return get

    def atom(self):
        kind, value, line = self.kind, self.value, self.line
        self.advance()
        if kind == 'number':
            number = float(value) if '.' in value else int(value)
            return lambda s: number
        if kind == 'string':
            return lambda s: value[1:-1]
        if kind in ('true', 'false', 'nil'):
            constant = {'true': True, 'false': False, 'nil': None}[kind]
            return lambda s: constant
        if kind == 'name':
            return self.variable(value, line)
        if kind == 'fun':
            params, body = self.function_rest()
            return lambda s: Function('fun', params, body, s)
        if kind == '[':
            items = self.list_until(']')
            return lambda s: [i(s) for i in items]
        if kind == '(':
            inner = self.expression()
            self.expect(')')
            return inner
        raise LangError(line, 'unexpected %r' % value)

    def variable(self, name, line):
        def get(scope):
            return scope.find(name, line)[name]

        def assign(scope, value):
            scope.find(name, line)[name] = value
        get.assign = assign
        return get


def text(value):
    if isinstance(value, list):
        return '[%s]' % ', '.join(text(v) for v in value)
    return {True: 'true', False: 'false', None: 'nil'}.get(value, str(value)) \
        if value is None or isinstance(value, bool) else str(value)


def run_block(statements, scope):
    for statement in statements:
        statement(scope)


def main():
    scope = Scope()
    scope.names.update(len=len, push=lambda items, x: items.append(x))
    try:
        run_block(Parser(PROGRAM).program(), scope)
    except LangError as e:
        print >>sys.stderr, 'tinylang:', e
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
