class A(object):
    def f(self): pass
class B(A):
    def f(self):
        super(B, self).g()
B().f()
