class A(object): pass
class B(A): pass
class O: pass
print isinstance(B(), A), isinstance(A(), B), isinstance(5, (str, int))
print isinstance('a', basestring), isinstance(u'a', basestring), isinstance(O(), O)
print isinstance(O, type), isinstance(A, type), isinstance(True, int)
print isinstance(5, ((str, (float, int)),))
print issubclass(B, A), issubclass(A, A), issubclass(B, (int, A)), issubclass(bool, int)
print issubclass(O, object), issubclass(unicode, basestring), isinstance(5, ())
class P(object):
    __class__ = property(lambda self: int)
print isinstance(P(), int), isinstance(P(), P), P().__class__, type(P()) is P
class Fake(object):
    __bases__ = ()
print isinstance(5, Fake())
class D(object):
    def __init__(self, b): self.__bases__ = b
base = D(()); sub = D((base,))
print issubclass(sub, base), issubclass(base, sub)
for f in (lambda: isinstance(5, 5), lambda: issubclass(5, int), lambda: issubclass(int, 5),
        lambda: isinstance(5, [int]), lambda: isinstance(5, (int, 'x')),
        lambda: isinstance(5, ('x', int))):
    try:
        print f()
    except TypeError as e:
        print e
