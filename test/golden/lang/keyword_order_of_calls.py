def f(**k): return k.keys()
class O(object):
    def __init__(self, **k): self.k = k.keys()
class Old:
    def __init__(self, **k): self.k = k.keys()
class N(object):
    def __new__(cls, **k): print k.keys(); return object.__new__(cls)
class I(object):
    def __call__(self, **k): return k.keys()
class IO:
    def __call__(self, **k): return k.keys()
class M(object):
    def m(self, **k): return k.keys()
    @classmethod
    def c(self, **k): return k.keys()
    @staticmethod
    def s(**k): return k.keys()
class Meta(type):
    def __call__(cls, **k): return k.keys()
class MC(object):
    __metaclass__ = Meta
import functools
p = functools.partial(f, b=1)
p2 = functools.partial(f)
print f(a=1,i=2,q=3,y=4)
print O(a=1,i=2,q=3,y=4).k
print Old(a=1,i=2,q=3,y=4).k
N(a=1,i=2,q=3,y=4)
print I()(a=1,i=2,q=3,y=4)
print IO()(a=1,i=2,q=3,y=4)
print M().m(a=1,i=2,q=3,y=4)
print M.m(M(), a=1,i=2,q=3,y=4)
print M().c(a=1,i=2,q=3,y=4)
print M().s(a=1,i=2,q=3,y=4)
print MC(a=1,i=2,q=3,y=4)
print p(a=1,i=2,q=3,y=4)
print p2(a=1,i=2,q=3,y=4)
print apply(f, (), dict(a=1,i=2,q=3,y=4))
print dict(a=1,i=2,q=3,y=4)
d = dict(a=1,i=2,q=3)
print O(y=1, **d).k
print Old(y=1, **d).k
print f(y=1, **d)
print f(y=1,z=2,Y=3,Z=4,**d)
print M().m(y=1, **d), M().c(y=1, **d), I()(y=1, **d), p(y=1, **d), p2(y=1,**d), MC(y=1, **d), dict(y=1, **d)
f2 = lambda *a, **k: f(*a, **k)
print f2(a=1,i=2,q=3,y=4), f2(y=1, **d)
from collections import defaultdict, OrderedDict, Counter
print defaultdict(int, a=1,i=2,q=3,y=4), OrderedDict(a=1,i=2,q=3,y=4), Counter(a=1,i=2,q=3,y=4), OrderedDict(y=1, **d), Counter(y=1, **d), defaultdict(int, y=1, **d)
print '{a}{i}'.format(a=1,i=2,**{'q':1})
