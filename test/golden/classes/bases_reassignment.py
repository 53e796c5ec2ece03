class A(object):
    def f(self): return 'A'
class B(object):
    def f(self): return 'B'
class C(A): pass
c = C()
print c.f()
C.__bases__ = (B,)
print c.f(), [k.__name__ for k in C.__mro__], A.__subclasses__(), B.__subclasses__() == [C]
C.__bases__ = (A, B)
print c.f(), isinstance(c, B)
for b in (C,), (int,), A, (), (object,):
    try:
        C.__bases__ = b
        print 'ok'
    except TypeError as e:
        print e
class O: x = 1
class P: x = 2
class Q(O): pass
Q.__bases__ = (P,)
print Q().x
