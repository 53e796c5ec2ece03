class A(object):
    def __eq__(self, o): print 'A.eq', ; return NotImplemented
    def __lt__(self, o): print 'A.lt', ; return NotImplemented
    def __gt__(self, o): print 'A.gt', ; return True
    __hash__ = None
class B(A):
    def __eq__(self, o): print 'B.eq', ; return True
    def __gt__(self, o): print 'B.gt', ; return 'B'
print A() == B()
print B() == A()
print A() < B()
print B() < A()
print A() == A()
print A() == 1
print 1 == A()
print 1 < A()
try:
    hash(A())
except TypeError as e:
    print e
try:
    {B(): 1}
except TypeError as e:
    print e
