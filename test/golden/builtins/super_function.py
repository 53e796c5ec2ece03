class A(object):
    n = 'A'
    def f(self): return 'A.f'
    @property
    def p(self): return 'A.p'
    @staticmethod
    def s(): return 'A.s'
    @classmethod
    def c(cls): return 'A.c ' + cls.__name__
class B(A):
    n = 'B'
    def f(self): return 'B.f ' + super(B, self).f()
    @property
    def p(self): return 'B.p ' + super(B, self).p
    @staticmethod
    def s(): return 'B.s ' + super(B, B).s()
    @classmethod
    def c(cls): return 'B.c ' + super(B, cls).c()
    def names(self): return super(B, self).n, self.n
    def __getitem__(self, i): return i
b = B()
print b.f(), b.p, b.s(), b.c(), b.names(), super(B, b).__init__() is None
try:
    super(B, b).x = 1
except AttributeError as e:
    print e
try:
    super(A, b)[0]
except TypeError as e:
    print e
print super(B, b).__class__.__name__, super(B).__get__(b, B).f(), repr(super(B, b))[:18]
