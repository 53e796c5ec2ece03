class A(object):
    def m(self, x=1): return self, x
a = A()
f = a.m
print f()[0] is a, f.im_self is a, f.im_class is A, f.im_func is A.__dict__['m']
print f.__self__ is a, f.__name__
print A.m.im_self, a.m == a.m, a.m is a.m, a.m == A().m, hash(a.m) == hash(a.m), A.m == A.m
a.m2 = f
print a.m2(3)[1]
import types
a.k = types.MethodType(lambda self, y: (self is a, y), a)
print a.k(4)
try:
    f.attr = 1
except AttributeError as e:
    print e
A.m.im_func.attr = 2
print f.attr, type(f), type(A.m)
class B(A): pass
print repr(A.m), repr(B.m), B.m.im_class is B
l = [].append
print l.__name__, l.__self__, type(l), repr(len), `str.upper`, `dict.__init__`
