# Subclasses of unicode can be weakly referenced, those of str cannot.
import weakref
class U(unicode): pass
class S(str): pass
class T(tuple): pass
class L(long): pass
class I(int): pass
for c in U, S, T, L, I:
    v = c()
    try:
        print c.__name__, weakref.ref(v)() is v
    except TypeError as e:
        print e
class W(unicode):
    __slots__ = ()
try:
    weakref.ref(W())
except TypeError as e:
    print e
