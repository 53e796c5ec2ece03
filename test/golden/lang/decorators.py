def deco(tag):
    print 'make', tag
    def d(f):
        print 'apply', tag, f.__name__
        def w(*a): return tag + str(f(*a))
        return w
    return d
@deco('A')
@deco('B')
def f(x): return x * 2
print f(4)
@deco('C')
class K: pass
class X:
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a): return cls.__name__, a
    @property
    def p(self): return 'prop'
print X.s(1), X.c(2), X().s(3), X().c(4)
import functools
@functools.wraps
def plain(): pass
print plain.__class__.__name__
