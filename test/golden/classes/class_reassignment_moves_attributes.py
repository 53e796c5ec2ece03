class Small(object):
    def __init__(self): self.a = 1; self.b = 2
class Large(object):
    def __init__(self): self.q = self.r = self.s = self.t = self.u = self.v = 5
    def m(self): return 'large', self.a
x = Small()
x.__class__ = Large
print x.__dict__ == {'a': 1, 'b': 2}, x.m(), type(x) is Large, x.__class__ is Large, isinstance(x, Large)
x.q = 5; x.extra = 7
Large.added = lambda self: ('added', self.extra)
print x.q, x.added(), sorted(x.__dict__), type(x).__name__, repr(x).split(' at ')[0]
print [c.__name__ for c in Large.__subclasses__()], Large.__mro__ == type(x).__mro__
x.__class__ = Small
print type(x) is Small, sorted(x.__dict__.items())
class OldSmall:
    def __init__(self): self.a = 1
class OldLarge:
    def __init__(self): self.q = self.r = self.s = self.t = self.u = self.v = 5
    def m(self): return 'old large', self.a
y = OldSmall()
y.__class__ = OldLarge
y.z = 3
OldLarge.k = 9
print y.m(), y.k, sorted(y.__dict__.items()), y.__class__ is OldLarge, isinstance(y, OldLarge)
