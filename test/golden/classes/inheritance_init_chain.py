class A:
    def __init__(self, a): self.a = a; print 'A', a
class B(A):
    def __init__(self, a, b):
        A.__init__(self, a)
        self.b = b
        print 'B', b
class C(B): pass
c = C(1, 2)
print sorted(c.__dict__.items())
class X(object):
    def __init__(self, **k): print 'X', sorted(k)
class Y(X):
    def __init__(self, y=0, **k): super(Y, self).__init__(**k); print 'Y', y
class Z(X):
    def __init__(self, z=0, **k): super(Z, self).__init__(**k); print 'Z', z
class W(Y, Z): pass
W(y=1, z=2, q=3)
