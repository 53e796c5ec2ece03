# Names, attributes, cells and constructors whose fast way is gone.
def attempt(f, *a):
    try: return f(*a)
    except Exception as e: return type(e).__name__, str(e)
G = 1
def glob():
    for i in range(2): r = G
    return r
print glob()
del G
print attempt(glob)
G = 'again'
print glob()
def attr(o):
    for i in range(2): r = o.x
    return r
def store(o):
    for i in range(2): o.x = i
    return o.x
def method(o):
    for i in range(2): r = o.m(i)
    return r
class Plain(object):
    x = 5
    def m(self, i): return 'm', i
class Slots(object):
    __slots__ = 'x',
    m = staticmethod(lambda i: ('static', i))
class Prop(object):
    @property
    def x(self): raise KeyError('x')
    @property
    def m(self): return lambda i: ('prop', i)
class Getattr(object):
    def __getattr__(self, name): return (lambda i: (name, i)) if name == 'm' else name
    def __setattr__(self, name, v): raise ValueError(name)
class Getattribute(object):
    def __getattribute__(self, name): raise AttributeError('none of ' + name)
    def __getattr__(self, name): return 1 / 0
class Desc(object):
    def __get__(self, o, t): return lambda *a: ('desc', a)
    def __set__(self, o, v): raise TypeError('set')
class HasDesc(object):
    x = m = Desc()
class Class(object):
    x = 1
    m = classmethod(lambda cls, i: (cls.__name__, i))
class Old:
    x = 2
    def m(self, i): return 'old', i
class OldGetattr:
    def __getattr__(self, name): raise IndexError(name)
class Few(object):
    def m(self): return 'few'
over = Plain()
over.m = lambda i: ('instance', i)
import math
for o in [Plain(), Slots(), Prop(), Getattr(), Getattribute(), HasDesc(), Class(), Class, Plain, Old(), Old, OldGetattr(), Few(), over, math, None, 3, 'x', attr]:
    for f in attr, method, store, attr:
        v = attempt(f, o)
        print f.__name__, v if ' at 0x' not in repr(v) else type(v).__name__
def cells():
    def inner(): return v
    r = attempt(inner)
    v = 1
    return r, inner()
print cells()
class New(object):
    def __new__(cls, *a): return 'new'
class NewOther(object):
    def __new__(cls, n): return object.__new__(Init)
    def __init__(self, n): 1 / 0
class Init(object):
    def __init__(self, n): return n
class NoInit(object): pass
class Call(type):
    def __call__(cls, *a): return 'meta', a
class Metaed(object): __metaclass__ = Call
class IntSub(int):
    def __init__(self, n): self.n = n
class Deep(object):
    def __init__(self, n): self.next = Deep(n + 1)
class OldInit:
    def __init__(self, n): return n
class Abstract(object):
    import abc
    __metaclass__ = abc.ABCMeta
    @abc.abstractmethod
    def f(self): pass
def make(cls, n):
    for i in range(2): r = cls(n)
    return type(r).__name__
for cls in New, NewOther, Init, NoInit, Metaed, IntSub, OldInit, Abstract, Deep:
    for n in 1, None: print cls.__name__, attempt(make, cls, n)
