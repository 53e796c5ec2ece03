class C(object):
    def m(self, a): return a
class D: 
    def m(self): pass
for f in [lambda: C.m(), lambda: C.m(1, 2), lambda: D.m(), lambda: D.m(C()), lambda: C.m(C(), 3),
          lambda: C.__init__(), lambda: C(1), lambda: D(1), lambda: object(1)]:
    try:
        print f()
    except TypeError as e:
        print e
