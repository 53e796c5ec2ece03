class A(object):
    __x = 1
    def __init__(self):
        self.__y = 2
        self.__z__ = 3
        self._single = 4
    def get(self): return self.__x, self.__y, self._A__y
    def __m(self): return 'A.m'
    def call(self): return self.__m()
    def loc(self):
        __v = 5
        return sorted(locals())
class B(A):
    def __m(self): return 'B.m'
    def get2(self):
        try:
            return self.__y
        except AttributeError as e:
            return str(e)
b = B()
print b.get(), b.call(), b.get2(), sorted(b.__dict__), b.loc()
print hasattr(b, '__x'), getattr(b, '_A__x'), getattr(b, '_B__m')()
class __Under:
    def f(self): self.__q = 1
u = __Under(); u.f()
print u.__dict__
class ___:
    def f(self): self.__q = 1
v = ___()
v.f()
print v.__dict__
def __glob(): return 'g'
class C:
    try:
        __glob()
    except NameError as e:
        print e
    import os as __os
print sorted(n for n in C.__dict__ if 'os' in n)
