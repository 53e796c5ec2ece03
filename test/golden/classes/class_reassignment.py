class A(object):
    def f(self): return 'A'
class B(object):
    def f(self): return 'B'
a = A(); a.v = 1
a.__class__ = B
print a.f(), a.v, type(a).__name__, isinstance(a, A)
class S(object): __slots__ = ('q',)
class I(int): pass
class O: pass
class P:
    def f(self): return 'P'
for x, c in ((A(), S), (A(), int), (A(), 5), (5, A), (I(), A), (A(), O), (O(), A), (O(), P)):
    try:
        x.__class__ = c
        print 'ok', x.f()
    except TypeError as e:
        print e
