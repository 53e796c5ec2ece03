# descriptors, properties, super, attribute hooks
class D(object):
    def __init__(s, n): s.n = n
    def __get__(s, o, t): return (s.n, o is not None, t.__name__)
class DD(D):
    def __set__(s, o, v): print 'set', s.n, v
    def __delete__(s, o): print 'del', s.n
class A(object):
    d = D('d'); dd = DD('dd')
    p = property(lambda s: s.q, lambda s, v: setattr(s, 'q', v), None, 'pdoc')
    ro = property(lambda s: 1)
    wo = property(None, lambda s, v: None)
    no = property()
    @staticmethod
    def sm(*a): return a
    @classmethod
    def cm(c, *a): return c.__name__, a
    def m(s): return 'm'
    __private = 5
    def priv(s): return s.__private, s._A__private
a = A()
def t(s):
    try:
        try: r = eval(s)
        except SyntaxError: exec s in globals(); r = 'done'
        print s, '->', r
    except Exception, e: print s, '!', type(e).__name__, e
for s in '''a.d
A.d
a.dd
A.dd
a.d = 3
a.d
a.__dict__
a.dd = 4
del a.dd
del a.d
del a.d
a.d
a.p
a.p = 9
a.p
del a.p
a.ro = 1
a.wo
a.wo = 1
del a.wo
a.no
a.no = 1
del a.no
A.p.__doc__, A.p.fget.__name__, A.p.fdel
A.p.fget = 3
A.p.__get__(None, A) is A.p
A.p.__get__(a)
A.p.__get__()
A.p.__set__(a)
A.p.getter(len).fget
a.sm(1), A.sm(2)
a.cm(1), A.cm(2)
a.m.im_self is a, A.m.im_self, A.m.im_class
A.m()
A.m(3)
A.m(a)
a.m(1)
a.priv()
a.__private
A.__dict__['cm'].__get__(None, int)()
A.__dict__['cm'].__get__(3)()
A.__dict__['sm']()
A.__dict__['cm']()
A.__dict__['m'].__get__(None, None)
A.__dict__['m'].__get__(3, int)()
super(A, a).d
super(A, a).__repr__()[:5]
super(A).__get__(a, A).__class__
super(A, 3)
super(3, a)
super()
super(A, A).m
super(A, a).x
super(A, a, 1)
super(A)
super(A, None)
classmethod()
classmethod(1, 2)
classmethod(3).__get__(1)
classmethod(3).__get__(None)
staticmethod()
property(1, 2, 3, 4, 5)
property(x=1)
property(fget=len, doc='x').__doc__
getattr(a, 'x', 5)
getattr(a)
getattr(a, 3)
getattr(a, None, 1)
setattr(a, 3, 1)
setattr(a, 'x')
delattr(a, 'zz')
hasattr(a, 3)
hasattr(a, 'no')
object().x
object().x = 3
(1).x = 3
(1).real = 3
(1).__class__ = str
len.__name__ = 'x'
len.x
len.x = 3
[].append = 3
A.m.x = 3
A.m.im_func.x = 3
A.m.x
a.m.__name__, a.m.__doc__
a.m.__self__ is a
a.m.__func__ is A.m.im_func
A.m == A.m, a.m == a.m, a.m is a.m, a.m == A().m, hash(a.m) == hash(a.m)
A.__name__, A.__module__, A.__bases__
A.__doc__ = 'x'
int.__doc__ = 'x'
del A.__doc__
del A.__name__
del A.__module__
A.__module__ = 3
A.__module__
vars(3)
vars(a)
dir(3)[:2]
a.__class__ = A
a.__class__ = 3
del a.__class__
a.__dict__ = 3
a.__dict__ = {'zz': 1}
a.zz
del a.__dict__
a.__dict__
type(a).__dict__['__dict__'].__get__(3)
A.__weakref__
a.__weakref__
a.__module__, a.__doc__
A.mro()
A.__subclasses__()
type.mro(3)
type.mro()
A.__subclasscheck__(int)
(lambda: 1).func_code = 3
(lambda: 1).func_defaults = 3
(lambda: 1).func_name = 3
(lambda: 1).__dict__ = 3
(lambda: 1).func_closure = 3
(lambda: 1).func_globals = {}
(lambda x: 1).func_doc
(lambda: 1).__name__
(lambda: a).func_closure
isinstance(1, (int, (str, 3)))
isinstance(1, 3)
isinstance(1, (str, 3))
isinstance(1, (int, 3))
issubclass(3, int)
issubclass(int, 3)
issubclass(int, (3,))
callable(a), callable(A), callable(len)
a()
3()
None()
'a'()
A.x.y.z
a.m.q
a.m.q = 1
a.b.c = 1
[].x
{}.x
'a'.x
(1,).x
None.x
len.__self__, [].append.__self__
1 .__add__('a')
int.__add__('a', 1)
int.__add__(1)
int.__add__()
int.__add__(1, 2, 3)
str.join(1, 2)
str.join()
str.upper(u'a')
list.append([], 1)
list.append((), 1)
dict.fromkeys(3)
dict.fromkeys([1, 2], 0)
object.__getattribute__(a)
object.__setattr__(a, 'qq', 1)
object.__setattr__(3, 'qq', 1)
type.__setattr__(int, 'x', 1)
object.__setattr__(A, 'x', 1)
type.__call__(int, '3')
type.__new__(int)
object.__new__(A, 1)
object.__init__(a, 1)
object.__hash__(a) == hash(a)
object.__repr__(3)[:5]
object.__str__(3)
object.__format__(3, '5')
object.__eq__(1, 1)
a.__eq__(1)
a.__cmp__(1)
(1).__cmp__(2), (1).__cmp__('a')
(1.5).__eq__(1), (1.5).__eq__('a')
'a'.__lt__(1)
[].__eq__(())
{}.__cmp__(3)
a.__getattr__('x')'''.split('\n'): t(s)
class G(object):
    def __getattr__(s, n):
        if n.startswith('x'): return n
        raise AttributeError('custom ' + n)
    def __setattr__(s, n, v): print 'sa', n, v
    def __delattr__(s, n): print 'da', n
g = G()
for s in 'g.x1 g.y g.__len__ len(g) g.x=1 g.x+=1 g.__class__ g.__foo__ hasattr(g,"y") getattr(g,"y",1) iter(g) g() g[0] g+1 str(g)[:10] g<1<2 bool(g) copy.copy(g)'.split(): t(s)
class GA(object):
    def __getattribute__(s, n):
        if n == 'boom': raise KeyError(n)
        if n == 'miss': raise AttributeError(n)
        return object.__getattribute__(s, n)
    def __getattr__(s, n): return 'fallback ' + n
ga = GA()
for s in 'ga.boom ga.miss ga.other ga.__class__ hasattr(ga,"boom") getattr(ga,"boom",1)'.split(): t(s)
class P(object):
    @property
    def p(s): raise AttributeError('inner')
    @property
    def k(s): raise KeyError('inner')
    def __getattr__(s, n): return 'ga ' + n
for s in 'P().p P().k hasattr(P(),"k") getattr(P(),"p",1)'.split(): t(s)
