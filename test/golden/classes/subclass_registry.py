class A(object): pass
class B(A): pass
class C(A): pass
class D(B, C): pass
print [c.__name__ for c in A.__subclasses__()], issubclass(D, A), issubclass(A, D)
print issubclass(D, (int, C)), isinstance(D(), (str, A))
print issubclass(bool, int), isinstance(True, int), isinstance(1, bool)
print issubclass(str, basestring), isinstance(A, type), isinstance(type, object)
for f in (lambda: issubclass(5, int), lambda: isinstance(5, 5), lambda: issubclass(int, 5),
        lambda: isinstance(1, (1,))):
    try:
        f()
    except TypeError as e:
        print e
class O: pass
class P(O): pass
print issubclass(P, O), isinstance(P(), O), isinstance(O(), object), type(O()).__name__
print isinstance(5, (O, (P, (int,))))
