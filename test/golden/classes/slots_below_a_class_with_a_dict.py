class A(object):
    __slots__ = ('a',)
class B(A):
    def __init__(self): self.x = 1
class C(B):
    __slots__ = ('c',)
    def __init__(self): B.__init__(self); self.c = 2; self.y = 3
class D(C):
    def __init__(self): C.__init__(self); self.z = 4; self.a = 5
d = D()
print sorted(d.__dict__.items()), d.a, d.c
print D.c, D.a, sorted(k for k in C.__dict__ if k[0] != '_')
del d.c
try:
    d.c
except AttributeError as e:
    print 'no', e
d.c = d.a = 'again'
d.x = 'x'
print sorted(d.__dict__.items()), d.a, d.c
