class F(object):
    def __call__(self, *a, **k): return a, k
f = F()
print f(), f(1, x=2), callable(f), callable(F), callable(1), map(f, [1])
class S(object):
    @staticmethod
    def __call__(x): return 'static', x
print S()(3)
class Meta(type):
    def __call__(cls, *a):
        print 'Meta call', a
        return type.__call__(cls, *a)
class M(object):
    __metaclass__ = Meta
    def __init__(self, *a): print 'init', a
M(1, 2)
class Chain(object):
    __call__ = F()
print Chain()(7)
