import abc
class A(object):
    __metaclass__ = abc.ABCMeta
    @abc.abstractmethod
    def f(self): "doc"
    @abc.abstractproperty
    def p(self): pass
    def concrete(self): return 'concrete'
class B(A):
    def f(self): return 'B.f'
    p = 5
print B().f(), B().p, B().concrete(), A.__abstractmethods__ == frozenset(['f', 'p'])
print A.f.__isabstractmethod__, issubclass(B, A)
try:
    A()
except TypeError as e:
    print e
A.register(str); print isinstance('x', A), issubclass(str, A), isinstance(5, A)
try:
    A.register(5)
except TypeError as e:
    print e
class H(object):
    __metaclass__ = abc.ABCMeta
    @classmethod
    def __subclasshook__(cls, C):
        if cls is H: return any('hook' in k.__dict__ for k in C.__mro__)
        return NotImplemented
class X(object): hook = 1
print isinstance(X(), H), issubclass(int, H)
