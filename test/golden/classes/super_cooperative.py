class Base(object):
    def f(self, log): log.append('Base'); return log
class L(Base):
    def f(self, log): log.append('L'); return super(L, self).f(log)
class R(Base):
    def f(self, log): log.append('R'); return super(R, self).f(log)
class D(L, R):
    def f(self, log): log.append('D'); return super(D, self).f(log)
    @classmethod
    def c(cls): return super(D, cls).__thisclass__.__name__
    def __init__(self): super(D, self).__init__()
d = D()
print d.f([]), D.c(), super(L, d).f([])
s = super(D, d)
print s.__thisclass__.__name__, s.__self__ is d, s.__self_class__.__name__
for f in (lambda: super(D, 5), lambda: super(D), lambda: super(D).f, lambda: super(5, d),
        lambda: super(L, d).nope, lambda: super()):
    try:
        r = f(); print type(r).__name__
    except (TypeError, AttributeError) as e:
        print type(e).__name__, e
print super(D, D).f.im_func is L.f.im_func
