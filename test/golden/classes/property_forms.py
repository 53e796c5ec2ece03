class C(object):
    def __init__(self): self._x = 1
    @property
    def x(self):
        "x doc"
        return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @x.deleter
    def x(self): del self._x
    ro = property(lambda self: 'read only')
    wo = property(None, lambda self, v: None)
    dd = property(doc='given')
c = C()
c.x = 5
print c.x, C.x.__doc__, C.dd.__doc__
del c.x
for f in (lambda: c.x, lambda: setattr(c, 'ro', 1), lambda: delattr(c, 'ro'), lambda: c.wo,
        lambda: c.dd):
    try:
        f()
    except AttributeError as e:
        print e
print C.ro.fget(None), C.ro.fset, type(C.ro)
class D(C):
    @C.x.getter
    def x(self): return 'D'
d = D()
d.x = 4
print d.x, d._x
class Old:
    @property
    def p(self): return 'p'
o = Old()
print o.p
o.p = 2
print o.p
