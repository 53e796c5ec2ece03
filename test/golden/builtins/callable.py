class A: pass
class B(object):
    def __call__(self): pass
class C:
    def __call__(self): pass
print callable(len), callable(lambda: 0), callable(A), callable(A()), callable(B)
print callable(B()), callable(C())
print callable(5), callable('x'), callable(''.join), callable(int), callable(None)
print callable(type), callable(B().__call__)
a = A()
a.__call__ = lambda: 1
print callable(a)
b = object.__new__(type('D', (object,), {}))
b.__call__ = lambda: 1
print callable(b)
