# Loops that run already see what evaluated code changes, at the next turn.
import __builtin__
def helper(x):
    return x + 1
class Base(object):
    def of_base(self):
        return 1
class Other(object):
    def of_base(self):
        return 'other'
class Point(Base):
    def __init__(self, x):
        self.x = x
    def twice(self):
        return self.x * 2
    def __add__(self, other):
        return Point(self.x + other.x)
class Old:
    def __init__(self, x):
        self.x = x
    def twice(self):
        return self.x * 2
limit = 3
def change(i, at, text):
    if i == at:
        exec text in globals()
def functions(text):
    out = []
    for i in range(6):
        out.append(helper(i))
        change(i, 2, text)
    return out
def methods(p, text):
    out = []
    for i in xrange(6):
        out.append(p.twice())
        change(i, 2, text)
    return out
def inherited(p, text):
    total = []
    i = 0
    while i < 5:
        total += [p.of_base()]
        change(i, 2, text)
        i += 1
    return total
def attributes(p, text):
    out = []
    for i in range(5):
        try:
            out.append(p.x)
        except AttributeError, e:
            out.append('no x')
        change(i, 2, text)
    return out
def sums(p, q, text):
    out = []
    for i in range(5):
        r = p + q
        out.append(r.x if isinstance(r, Point) else r)
        change(i, 2, text)
    return out
def lengths(words, text):
    n = []
    for i, w in enumerate(words):
        n.append((len(w), abs(-i), True))
        change(i, 2, text)
    return n
def while_global(text):
    i = 0
    while i < limit:
        change(i, 1, text)
        i += 1
    return i
def counts(n):
    for i in range(n):
        yield helper(i)
def generated(text):
    out = []
    for v in counts(5):
        out.append(v)
        change(len(out), 2, text)
    return out
def made(text):
    total = []
    for i in range(5):
        total.append(Point(i).twice())
        change(i, 2, text)
    return total
def recursive(n, text):
    change(n, 2, text)
    return n if n < 1 else (n, recursive(n - 1, text))
def back():
    exec saved in globals()
saved = '''
def helper(x): return x + 1
Point.twice = lambda self: self.x * 2
Base.of_base = lambda self: 1
Point.__bases__ = (Base,)
'''
p = Point(4)
print functions('def helper(x): return -x'); back()
print functions('helper = str'); back()
print functions('globals()["helper"] = lambda x: "dict"'); back()
print functions('helper.func_code = (lambda x: "code").func_code'); back()
print methods(p, 'Point.twice = lambda self: "class"'); back()
print methods(p, 'p.twice = lambda: "instance"'); del p.twice
print methods(p, 'p.__dict__["twice"] = lambda: "dict"'); del p.twice
print methods(p, 'Point.__getattribute__ = lambda self, n: lambda: "all"')
del Point.__getattribute__
exec 'class Derived(Point):\n    def twice(self): return "derived"'
print methods(p, 'p.__class__ = Derived'); p.__class__ = Point
try:
    print methods(p, 'del Point.twice')
except AttributeError, e:
    print e
back()
print inherited(p, 'Base.of_base = lambda self: "base"'); back()
print inherited(p, 'Point.of_base = lambda self: "own"'); del Point.of_base
print inherited(p, 'Point.__bases__ = (Other,)'); back()
print attributes(p, 'del p.x'); p.x = 4
print attributes(p, 'p.x = "text"'); p.x = 4
print attributes(p, 'Point.x = property(lambda self: "property")'); del Point.x
print attributes(p, 'del p.x; Point.__getattr__ = lambda self, n: "got " + n')
del Point.__getattr__; p.x = 4
print sums(p, Point(1), 'Point.__add__ = lambda self, other: "sum"')
print lengths(['a', 'bc', '', 'd'], 'len = lambda v: "my"')
del len
saved_abs = abs
print lengths(['a', 'bc', '', 'd'],
              'import __builtin__; __builtin__.abs = lambda n: "abs"')
__builtin__.abs = saved_abs
print lengths(['a', 'bc', '', 'd'], 'True = 0')
del True
print while_global('limit = 6'), while_global('limit = 0')
print generated('def helper(x): return "new"'); back()
print made('class Point(Base):\n    def __init__(self, x): pass\n'
           '    twice = lambda self: "new class"')
print recursive(4, 'def recursive(n, text): return "replaced"')
old = Old(3)
print methods(old, 'Old.twice = lambda self: "class"')
print methods(old, 'old.twice = lambda: "instance"')
print attributes(old, 'del old.x')
