class Cached(object):
    def __init__(self, f): self.f = f
    def __get__(self, o, t):
        if o is None: return self
        print 'compute'
        v = o.__dict__[self.f.__name__] = self.f(o)
        return v
class C(object):
    @Cached
    def val(self): return 42
c = C()
print c.val, c.val, C.val.f.__name__
class Typed(object):
    def __init__(self, name, t): self.name, self.t = name, t
    def __get__(self, o, t): return o.__dict__.get(self.name, 'unset')
    def __set__(self, o, v):
        if not isinstance(v, self.t): raise TypeError('%s must be %s' % (self.name, self.t.__name__))
        o.__dict__[self.name] = v
class P(object):
    x = Typed('x', int)
p = P()
print p.x
p.x = 3
print p.x
try:
    p.x = 'a'
except TypeError as e:
    print e
f = C.__dict__['val'].f
print f.__get__(c, C)(), f.__get__(c)(), type(f.__get__(None, C)).__name__
