class A(object):
    @staticmethod
    def s(*a): return a
    @classmethod
    def c(cls, *a): return cls.__name__, a
    @classmethod
    def make(cls): return cls()
class B(A): pass
print A.s(1), A().s(2), A.c(1), B.c(2), B().c(3), type(B.make()).__name__
print A.c.im_self is A, A.__dict__['s'].__class__, A.s is A().s
print A.__dict__['c'].__get__(None, B)(5), A.__dict__['s'].__get__(5)(6)
class O:
    s = staticmethod(lambda: 's'); c = classmethod(lambda cls: cls.__name__)
print O.s(), O().s(), O.c(), O().c()
for x in classmethod(5), staticmethod(len):
    class T(object): y = x
    try:
        print T.y('abc')
    except TypeError as e:
        print e
try:
    A.__dict__['s']()
except TypeError as e:
    print e
