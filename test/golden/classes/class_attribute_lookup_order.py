class A(object):
    x = 'A.x'
    def m(self): return 'A.m'
class B(A): pass
b = B()
print b.x, 'x' in b.__dict__, 'x' in B.__dict__
B.x = 'B.x'
print b.x, A.x
b.x = 'b.x'
print b.x
del b.x; print b.x
del B.x; print b.x
A.x = 'new'
print b.x
b.m = lambda: 'own'
print b.m(), B().m()
A.late = lambda self: 'late'
print b.late()
try:
    del B.x
except AttributeError as e:
    print e
