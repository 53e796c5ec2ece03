"""Random Python 2.7 programs that end quickly and print what they compute.

A program is a number of functions, each run with several sets of arguments,
so that specialised code meets values it was not made for.  Expressions are
grown by kind (int, float, str, list ...): most operations succeed, and a few
operands of the wrong kind raise, which is printed too.  What is printed
depends on values only: no addresses, no times, no unseeded randomness.
"""
import glob
import hashlib
import os
import random
import re

from expressions import Expressions
from forms import Forms
from kernels import Kernels
from kinds import Kinds
from prelude import HARNESS, PRELUDE, prelude_for
from scope import Scope
from statements import Statements

FOLDER = os.path.dirname(os.path.abspath(__file__))

# Special methods that generated classes may define: parameters, result.
SPECIAL = {'__add__': 'a', '__radd__': 'a', '__sub__': 'a', '__rsub__': 'a',
           '__mul__': 'a', '__div__': 'a', '__mod__': 'a', '__eq__': 'a',
           '__ne__': 'a', '__lt__': 'a', '__cmp__': 'a', '__len__': '',
           '__nonzero__': '', '__getitem__': 'a', '__setitem__': 'a, b',
           '__delitem__': 'a', '__contains__': 'a', '__iter__': '',
           '__call__': 'a=1, *rest, **named', '__int__': '', '__float__': '',
           '__index__': '', '__neg__': '', '__iadd__': 'a', '__hash__': '',
           '__str__': '', '__unicode__': '', '__getslice__': 'a, b',
           '__pow__': 'a', '__and__': 'a', '__rmul__': 'a', '__rpow__': 'a',
           '__imul__': 'a', '__isub__': 'a', '__floordiv__': 'a',
           '__or__': 'a', '__ror__': 'a', '__xor__': 'a', '__lshift__': 'a',
           '__rshift__': 'a', '__divmod__': 'a', '__invert__': '',
           '__abs__': '', '__pos__': '', '__long__': '', '__complex__': '',
           '__coerce__': 'a', '__repr__': '', '__enter__': '',
           '__exit__': 'a=0, b=0, c=0', '__getattr__': 'a',
           '__delattr__': 'a', '__gt__': 'a', '__le__': 'a',
           '__missing__': 'a', '__reversed__': '', '__instancecheck__': 'a',
           '__format__': 'a', '__setslice__': 'a, b, c', '__get__': 'a, b',
           '__set__': 'a, b', '__oct__': '', '__hex__': ''}
RESULT = {'__cmp__': 'int', '__len__': 'int', '__nonzero__': 'bool',
          '__int__': 'int', '__float__': 'float', '__index__': 'int',
          '__str__': 'str', '__unicode__': 'str',
          '__hash__': 'int', '__contains__': 'bool', '__iadd__': 'obj', '__long__': 'long', '__complex__': 'complex',
          '__coerce__': 'tuple', '__repr__': 'str', '__isub__': 'obj',
          '__imul__': 'any', '__format__': 'str', '__oct__': 'str',
          '__hex__': 'str', '__exit__': 'bool'}


class Generator(Kinds, Expressions, Forms, Kernels, Statements):
    def __init__(self, seed, tag='', most=7):
        self.r = random.Random(seed)
        self.most = most  # statements in the body of a function
        self.tag = tag  # in the names of functions and classes
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

    # --- classes

    def klass(self, number):
        name = 'K%s%d' % (self.tag, number)
        base = self.r.choice(['object', 'object', 'Point', 'Point3', 'Old',
                              'int', 'float', 'str', 'list', 'dict', 'tuple',
                              'Num', 'ValueError', 'Made', 'Both', 'Vec',
                              'Right', 'Left', 'Right', 'Deep', 'unicode',
                              'long', 'set', 'Left, Point', 'Point, Old',
                              'Made, Right'] + self.classes * 3)
        plain = base in ('object', 'Point', 'Point3', 'Old', 'Left', 'Right') or \
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
        name = 'f%s%d' % (self.tag, number)
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
        self.budget = 2 * self.most
        if starred:
            self.scope.vars['rest'] = 'tuple'
            self.scope.vars['named'] = 'dict'
        if self.is_generator:
            self.emit(1, 'yield 0')
        for _ in range(self.r.randrange(min(3, (self.most + 1) // 2), self.most + 1)):
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

    def body(self, functions):
        for i in range(functions):
            if i % 3 == 0 and self.chance(.7):
                self.klass(i // 3)
            self.function(i)
            if self.chance(.2):
                self.module_level()
        return '\n'.join(self.lines).rstrip() + '\n'


WITH_ALL = 16  # each how manyth program has the whole prelude
APART = 'harness'  # the module's name


def beginning(body, apart=False, whole=False):
    return '\n\n'.join(['import sys\nfrom %s import *\n' % APART if apart else
                        HARNESS, PRELUDE if whole else prelude_for(body), ''])


def program(seed, functions=12, most=7, apart=False):
    """apart: HARNESS is a module."""
    body = Generator(seed, most=most).body(functions)
    return beginning(body, apart, seed % WITH_ALL == 0) + body


def version():
    """Changes whenever the same seed may give another program."""
    h = hashlib.md5()
    for name in sorted(glob.glob(os.path.join(FOLDER, '*.py'))):
        with open(name, 'rb') as f:
            h.update(f.read())
    return h.hexdigest()[:8]


def batch(seeds, functions):
    """Several programs in one, which costs less than each alone."""
    body = '\n\n'.join(Generator(seed, 'p%d_' % i).body(functions)
                       for i, seed in enumerate(seeds))
    return beginning(body) + body
