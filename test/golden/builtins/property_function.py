class C(object):
    def __init__(self): self._v = 1
    def get(self): return self._v
    def set(self, v): self._v = v
    def dele(self): self._v = None
    v = property(get, set, dele, 'v doc')
    w = property(fget=get, doc='kw')
c = C()
c.v = 5
print c.v, c.w, C.v.__doc__, C.w.__doc__, C.v.fget is C.__dict__['get']
del c.v
print c.v, type(C.v).__name__, property().fget
for f in (lambda: setattr(c, 'w', 1), lambda: delattr(c, 'w'), lambda: property().__get__(c),
        lambda: setattr(C.v, 'fget', 1)):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print type(e).__name__, e
