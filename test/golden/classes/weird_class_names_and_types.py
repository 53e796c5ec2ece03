class int(int): pass
print int, int(3), type(int(3)).__mro__[1]
del int
T = type('with space', (), {})
print T
class A(object):
    __module__ = 'elsewhere'
print A, repr(A())[:20]
class B: __module__ = 'old.place'
print B, str(B())[:22]
class C(object):
    __name__ = 'attr'
    __doc__ = property(lambda self: 'dynamic doc')
print C.__name__, C().__name__, C().__doc__
