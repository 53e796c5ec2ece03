# metaclasses
class M(type):
    def __new__(m, n, b, d):
        print 'new', n, b, sorted(k for k in d if not k.startswith('__'))
        return type.__new__(m, n, b, d)
    def __init__(c, n, b, d):
        print 'init', c.__name__
        super(M, c).__init__(n, b, d)
    def __call__(c, *a, **k):
        print 'call', c.__name__, a, k
        return super(M, c).__call__(*a, **k)
    def __getattr__(c, n):
        return 'meta.' + n
    def __instancecheck__(c, o): return o == 3
    def __subclasscheck__(c, o): return o is int
    def __iter__(c): return iter('abc')
    def __len__(c): return 42
    def __contains__(c, x): return x == 1
    def __repr__(c): return '<M %s>' % c.__name__
    def __add__(c, o): return c.__name__ + repr(o)
    def __lt__(c, o): return True
    def __getitem__(c, k): return k
    def __hash__(c): return 7
    def __eq__(c, o): return c is o
    def __nonzero__(c): return False
    @property
    def prop(c): return 'prop of ' + c.__name__
    def meth(c): return c
    def __dir__(c): return ['q', 'b']
    def mro(c):
        r = type.mro(c)
        print 'mro', [k.__name__ for k in r]
        return r
class A(object):
    __metaclass__ = M
    x = 1
class B(A):
    def __init__(self, *a): print 'B init', a
    @classmethod
    def cm(cls): return cls
print A, B, list(B), len(B), 1 in B, B + 1, B < 3, B[1:2], B[...], bool(B), hash(B)
print B.foo, B.prop, B.meth(), B.cm(), isinstance(3, B), isinstance(4, B), issubclass(int, B)
b = B(1, 2)
try: b.meth
except AttributeError, e: print e
try: b.foo
except AttributeError, e: print e
print type(b), b.__class__, B.__mro__, dir(B)
B.__name__ = 'BB'
print B, B().x
class D(B): __metaclass__ = lambda n, b, d: (n, b, sorted(d))
print D
try:
    class M2(type): pass
    class X(object): __metaclass__ = M2
    class Y(X, A): pass
except TypeError, e: print e
try:
    class Y(int, str): pass
except TypeError, e: print e
try:
    class Y(object, A): pass
except TypeError, e: print e
try:
    class Y(A, A): pass
except TypeError, e: print e
try:
    class Y(3): pass
except TypeError, e: print e
try:
    class Y(None): pass
except TypeError, e: print e
try:
    class Y(bool): pass
except TypeError, e: print e
try:
    class Y(type(None)): pass
except TypeError, e: print e
try:
    class Y(type(lambda: 1)): pass
except TypeError, e: print e
try: type('a')
except TypeError, e: print e
try: type('a', (), {}, 1)
except TypeError, e: print e
try: type(1, (), {})
except TypeError, e: print e
try: type('a', [], {})
except TypeError, e: print e
try: type('a', (1,), {})
except TypeError, e: print e
try: type('a', (), [])
except TypeError, e: print e
try: type('a\0b', (), {})
except Exception, e: print repr(e)
print type('a b', (), {}), type('', (), {})
try: A.__bases__ = (int,)
except TypeError, e: print e
try: A.__bases__ = ()
except TypeError, e: print e
try: del A.__bases__
except TypeError, e: print e
try: A.__name__ = 3
except TypeError, e: print e
try: A.__name__ = 'a\0'
except ValueError, e: print e
try: A.__dict__ = {}
except (AttributeError, TypeError), e: print e
try: A.__mro__ = ()
except (AttributeError, TypeError), e: print e
try: int.x = 3
except TypeError, e: print e
try: del int.x
except TypeError, e: print e
try: del A.nope
except AttributeError, e: print e
try: object.__new__(int)
except TypeError, e: print e
try: int.__new__(str)
except TypeError, e: print e
try: int.__new__(3)
except TypeError, e: print e
try: int.__new__()
except TypeError, e: print e
try: object(1)
except TypeError, e: print e
class O(object):
    def __new__(cls, *a): return object.__new__(cls, *a)
import warnings
warnings.simplefilter('error')
try: O(1)
except Exception, e: print repr(e)
class O2(object):
    def __init__(self, *a): object.__init__(self, *a)
try: O2(1)
except Exception, e: print repr(e)
class O3(object): pass
try: O3(1)
except Exception, e: print repr(e)
class O4(object):
    def __init__(self): return 3
try: O4()
except Exception, e: print repr(e)
class O5: 
    def __init__(self): return 3
try: O5()
except Exception, e: print repr(e)
class O6: pass
try: O6(1)
except Exception, e: print repr(e)
class Mro(type):
    def mro(c): return [c, int]
try:
    class Z(object): __metaclass__ = Mro
except Exception, e: print repr(e)
class Mro(type):
    def mro(c): return 3
try:
    class Z(object): __metaclass__ = Mro
except Exception, e: print repr(e)
