class A(object):
    def __add__(self, o): print 'A.add', ; return NotImplemented
    def __radd__(self, o): print 'A.radd', ; return 'ra'
class B(object):
    def __add__(self, o): print 'B.add', ; return NotImplemented
    def __radd__(self, o): print 'B.radd', ; return 'rb'
class C(A):
    def __radd__(self, o): print 'C.radd', ; return 'rc'
class D(A): pass
print A() + B()
print B() + A()
print A() + C()
print C() + A()
print A() + D()
print D() + A()
print 1 + A(); print [] + A()
for f in lambda: A() + A(), lambda: A() + 1:
    try:
        print f()
    except TypeError as e:
        print e
