class O(object): pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(B): pass
class E(C, D): pass
print [k.__name__ for k in E.__mro__], E.mro() == list(E.__mro__)
try:
    class X(A, B): pass
    class Y(B, A): pass
    class Z(X, Y): pass
except TypeError as e:
    print e
try:
    class W(object, A): pass
except TypeError as e:
    print e
for b in (A, A), (int, str), (bool,), (A, 5), (type(None),), (lambda: 0).__class__.__class__,:
    try:
        print type('T', b if isinstance(b, tuple) else (b,), {}).__name__
    except TypeError as e:
        print e
