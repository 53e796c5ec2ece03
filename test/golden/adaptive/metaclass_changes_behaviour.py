class Meta(type):
    calls = 0
    def __call__(cls, *a):
        Meta.calls += 1
        return type.__call__(cls, *a)
class A(object):
    __metaclass__ = Meta
    def __init__(self, v): self.v = v
def make(n): return [A(i).v for i in range(n)]
print make(3), Meta.calls
Meta.__call__ = lambda cls, v: type('Fake', (), {'v': v * 100})
print make(3), Meta.calls
del Meta.__call__
print make(2)
A.__new__ = staticmethod(lambda cls, v: type('N', (), {'v': 'new'})())
print make(2)
