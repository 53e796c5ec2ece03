class A: pass
class B(): pass
class C(object): x = 1
class D(C, A): pass
def base(): print 'base evaluated'; return C
class F(base()):
    print 'body of F'
    for i in range(2): pass
    if i: y = 'cond'
    def __init__(self): self.z = self.i, self.y
    del i
    i = 'set'
print F().z, A.__bases__, B.__bases__, D.__mro__[1:3] == (C, A), type(A), type(C)
print F.__name__, F.__module__, sorted(n for n in F.__dict__ if n[0] != '_')
def make(n):
    class Local(object):
        k = n
        def get(self): return n, self.k
    return Local
a, b = make(1), make(2)
print a().get(), b().get(), a is b, a.__name__
