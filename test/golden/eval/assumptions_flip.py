# Compiled code sees at once what evaluated code changes.
def helper(x):
    return x + 1

class Base(object):
    kind = 'base'
    def name(self):
        return 'base name'
    def inherited(self):
        return 'inherited'

class Point(Base):
    def __init__(self, x):
        self.x = x
    def twice(self):
        return self.x * 2
    def __len__(self):
        return 3

class Other(object):
    def twice(self):
        return 'other'
    def inherited(self):
        return 'other inherited'
    x = 'other x'

class Plain(int):
    pass

def text_of(f):
    try:
        return f()
    except Exception, e:
        return type(e).__name__

def calls():
    return [helper(n) for n in range(2)]

def methods(p):
    return [p.twice() for n in range(2)], p.inherited(), p.kind, len(p)

def items(p):
    return p.x, text_of(lambda: p.later)

def builtins(l):
    return len(l), [abs(n) for n in l], isinstance(l, list)

def arithmetic(a, b):
    total = 0
    for n in range(3):
        total = total + a * b
    return total

p = Point(4)
changes = '''
def helper(x): return x * 10
Point.twice = lambda self: 'replaced'
p.twice = lambda: 'of the instance'
del p.twice
Base.inherited = lambda self: 'new in base'
Point.kind = 'shadowed'
del Point.kind
Point.__len__ = lambda self: 30
Point.__getattr__ = lambda self, name: 'got ' + name
del p.x
p.x = 'back'
Point.__getattribute__ = lambda self, name: object.__getattribute__(self, name)
del Point.__getattribute__
p.__class__ = Derived
Point.__bases__ = (Other,)
p.__dict__['x'] = 'by dict'
len = lambda v: 'my len'
del len
import __builtin__; __builtin__.abs = lambda n: -1
__builtin__.abs = type(abs)('abs', (), {}) if 0 else saved_abs
del Point.twice
'''
saved_abs = abs
exec 'class Derived(Point):\n    def twice(self): return "derived"'
print calls(), methods(p), items(p), builtins([1, -2])
for change in changes.strip().split('\n'):
    try:
        exec change
    except Exception, e:
        print change, '->', type(e).__name__, e
    print change
    print '   ', calls(), text_of(lambda: methods(p)), text_of(
        lambda: items(p)), builtins([1, -2])

print arithmetic(2, 3),
exec '''class Odd(int):
    def __mul__(self, other): return 100
    def __add__(self, other): return 7'''
print arithmetic(Odd(2), 3), arithmetic(2, Odd(3)), arithmetic(2, 3)

# a name that had no function, then one; and one that has none any more
def uses():
    return later_function()
print text_of(uses),
exec 'def later_function(): return "there"'
print uses(),
exec 'del later_function'
print text_of(uses)

# in functions: the globals are the module's
def inside():
    exec 'helper = 5'
    exec 'global helper\ndef helper(x): return x - 1'
    return calls()
print inside(), calls()
eval('globals().update(helper=lambda x: "by globals()")')
print calls()
