class A:
    def f(self): return 'A'
class B(A): pass
class C(A):
    def f(self): return 'C'
class D(B, C): pass
print D().f(), hasattr(D, '__mro__')
class A2(object):
    def f(self): return 'A2'
class B2(A2): pass
class C2(A2):
    def f(self): return 'C2'
class D2(B2, C2): pass
print D2().f(), [k.__name__ for k in D2.__mro__]
import inspect
print [k.__name__ for k in inspect.getmro(D)]
