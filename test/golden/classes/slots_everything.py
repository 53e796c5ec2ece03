# __slots__
class A(object):
    __slots__ = 'a', '__b', 'c'
    def __init__(self): self.a = 1; self.__b = 2
a = A()
print a.a, a._A__b
for s in ('a.c', 'a.d', 'a.__dict__', 'a.__weakref__'):
    try: print eval(s)
    except AttributeError, e: print e
for s in ('a.d = 1', 'a.__class__ = int', 'del a.c', 'del a.d', 'A.a = 3', 'a.a = 5'):
    try: exec s
    except (AttributeError, TypeError), e: print s, e
    else: print s, 'ok'
print A.c, A.__slots__, type(A.c)
print A.__dict__['c'].__get__(a.__class__()) if 0 else repr(A.c.__get__(None, A))
try: A.c.__get__(3)
except TypeError, e: print e
try: A.c.__set__(3, 4)
except TypeError, e: print e
try: A.c()
except TypeError, e: print e
def mk(bases, slots, **k):
    try:
        c = type('X', bases, dict(k, __slots__=slots))
        print slots, hasattr(c(), '__dict__'), c.__dictoffset__ != 0, c.__weakrefoffset__ != 0, sorted(x for x in c.__dict__ if x not in ('__doc__', '__module__'))
        return c
    except Exception, e: print slots, type(e).__name__, e
mk((object,), 'abc'); mk((object,), ''); mk((object,), ['a b']); mk((object,), [1]); mk((object,), [u'a'])
mk((object,), [u'\xe9']); mk((object,), 3); mk((object,), None); mk((object,), ['__dict__']); mk((object,), ['__dict__', '__dict__'])
mk((object,), ['__weakref__']); mk((object,), ['a', 'a']); mk((object,), ('a',), a=1); mk((int,), ['a']); mk((int,), []); mk((str,), [])
mk((str,), ['a']); mk((tuple,), ['a']); mk((tuple,), []); mk((dict,), ['a']); mk((list,), ['a', '__dict__']); mk((Exception,), ['a'])
mk((A,), []); mk((A,), ['a']); mk((A,), ['__dict__']); mk((object,), {'a': 'doc'}); mk((object,), {'x':1, 'y':2}); mk((type,), []); mk((type,), ['a'])
mk((object,), ['__foo']); mk((object,), ['__foo__']); mk((object,), ['1a']); mk((object,), ['if']); mk((object,), ['_X__foo', '__foo'])
class B1(object): __slots__ = ['a']
class B2(object): __slots__ = ['b']
class B3(object): __slots__ = ['a']
class B4(object): pass
try:
    class B12(B1, B2): pass
except TypeError, e: print e
x = B1(); x.a = 1
x.__class__ = B3
print x.a, type(x)
for cls in (B2, B4, int, 3, A, None):
    try: x.__class__ = cls
    except TypeError, e: print e
    else: print 'ok'
class S1(B1): pass
class S2(B1): pass
y = S1(); y.z = 3; y.a = 2; y.__class__ = S2; print y.z, y.a, y.__dict__
try: del y.__class__
except TypeError, e: print e
y.__dict__ = {'q': 1}
print y.q, y.a
try: y.__dict__ = 3
except TypeError, e: print e
del y.__dict__
print y.__dict__
import pickle, copy
for p in 0, 1, 2:
    try: print len(pickle.dumps(B1(), p)) > 0
    except TypeError, e: print e
z = copy.copy(y); print z.a
z = copy.copy(x); print z.a
class D(object):
    __slots__ = ('x',)
    x2 = property(lambda s: s.x * 2)
    def __getattr__(s, n): return 'ga ' + n
d = D(); print d.x, d.x2, d.nope
d.x = 5; print d.x, d.x2
del d.x; print d.x
