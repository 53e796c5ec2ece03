def f(*a): return a
class C(object):
    s = staticmethod(f)
    c = classmethod(lambda cls, *a: (cls.__name__,) + a)
class D(C): pass
print C.s(1), C().s(2), C.c(3), D.c(4), D().c(5), staticmethod(f).__get__(None, C) is f
print staticmethod(f).__func__ is f, classmethod(f).__func__ is f
print type(C.__dict__['s']), type(C.__dict__['c']), C.c.im_self is C, D.c.im_self is D
for x in (staticmethod(f), classmethod(f)):
    try:
        x()
    except TypeError as e:
        print e
