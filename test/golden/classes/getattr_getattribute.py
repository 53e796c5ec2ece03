class A(object):
    x = 'class x'
    def __getattr__(self, n): return 'getattr ' + n
a = A()
print a.x, a.y
a.y = 1
print a.y, getattr(a, 'zz', 0), hasattr(a, 'anything')
class B(object):
    def __init__(self): self.real = 1
    def __getattribute__(self, n):
        if n == 'missing': raise AttributeError('custom ' + n)
        if n.startswith('r'): return object.__getattribute__(self, n)
        return 'intercepted ' + n
    def __len__(self): return 4
b = B()
print b.real, b.foo, len(b), b.__len__
try:
    b.missing
except AttributeError as e:
    print e
class C(B):
    def __getattr__(self, n): return 'fallback ' + n
print C().missing, C().rmissing
class D(object):
    @property
    def p(self): raise AttributeError('inner')
    def __getattr__(self, n): return 'hides ' + n
print D().p
class E(object):
    def __getattr__(self, n): raise KeyError(n)
try:
    hasattr(E(), 'x')
    print 'hasattr swallowed'
except KeyError as e:
    print 'KeyError', e
