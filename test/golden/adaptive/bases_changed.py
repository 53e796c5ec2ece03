class A(object):
    def who(self): return 'A'
class B(object):
    def who(self): return 'B'
    def extra(self): return 'extra'
class C(A): pass
def call(o): return o.who()
c = C()
print call(c), isinstance(c, A), isinstance(c, B)
C.__bases__ = (B,)
print call(c), isinstance(c, A), isinstance(c, B), c.extra()
C.__bases__ = (A, B)
print call(c), c.extra(), [k.__name__ for k in C.__mro__]
A.extra = lambda self: 'A extra now'
print c.extra()
