# coercion & old style
class C:
    def __init__(s, v): s.v = v
    def __coerce__(s, o): print 'coerce', type(o).__name__,; return (s.v, o) if not isinstance(o, C) else (s.v, o.v)
for e in ('C(1)+2', '2+C(1)', 'C(1)+C(2)', 'C(1)<2', '2<C(1)', 'C(1)==1', '1==C(1)', 'C(2)**3', '3**C(2)', 'C(7)//2', 'divmod(C(7),2)', 'divmod(7,C(2))',
          'C(1) and 2', 'C(1)|2', 'C(1)<<2', 'C("a")+"b"', 'C("a")*3', '3*C("a")', '-C(1)', 'int(C(1))', 'C(1)[0]', 'len(C(1))', 'C(1)()', 'hash(C(1)) != 0', 'iter(C(1))',
          'C([])+[1]', 'C(1.5)%1', 'cmp(C(1), 2)', 'cmp(2, C(1))', 'C(1)>=C(1)', 'C(1)!=1', 'abs(C(1))', '~C(1)', 'coerce(C(1), 2)', 'coerce(2, C(1))', 'pow(C(2), 3, 5)', 'pow(2, C(3), 5)', 'pow(2, 3, C(5))',
          'C(3) in [3]', '3 in [C(3)]', 'sum([C(1), C(2)])', 'max(C(1), 2)', 'sorted([C(3), 1, C(2)])[0]', '1 in C(1)', 'C(1).x', 'oct(C(1))', 'float(C(1))', 'str(C(1))[:10]', 'C(1)[1:2]', 'range(C(3))', '[1,2][C(1)]', '"%d" % C(1)', '"a" * C(2)'):
    try: print e, '->', eval(e)
    except Exception, x: print e, '!', type(x).__name__, x
class D:
    def __coerce__(s, o): return None
class E_:
    def __coerce__(s, o): return 3
class F:
    def __coerce__(s, o): return NotImplemented
class G(object):
    def __coerce__(s, o): print 'G.coerce',; return (5, o)
class H:
    def __cmp__(s, o): print 'cmp', type(o).__name__,; return 'x'
class I:
    def __cmp__(s, o): return 1L << 70
class J(object):
    def __cmp__(s, o): return -5
class K:
    def __hash__(s): return 'a'
class L:
    def __nonzero__(s): return 2
class L2(object):
    def __nonzero__(s): return 'a'
class L3:
    def __nonzero__(s): return -1
class N:
    def __len__(s): return -1
class N2(object):
    def __len__(s): return 1 << 70
class P:
    def __repr__(s): return 3
class P2(object):
    def __repr__(s): return u'\xe9'
class P3(object):
    def __str__(s): return u'abc'
class P4:
    def __unicode__(s): return 'abc'
class P5(object):
    def __unicode__(s): return 3
class Q:
    def __int__(s): return 'a'
    def __long__(s): return 1.5
    def __float__(s): return 3
    def __complex__(s): return 'a'
    def __hex__(s): return 3
    def __oct__(s): return u'7'
    def __index__(s): return 2.5
class Q2(object):
    def __int__(s): return 'a'
    def __long__(s): return 1.5
    def __float__(s): return 3
    def __complex__(s): return 'a'
    def __hex__(s): return 3
    def __oct__(s): return u'7'
    def __index__(s): return 2.5
class R:
    def __iter__(s): return 3
class R2(object):
    def __iter__(s): return 3
class S:
    def __contains__(s, x): return 'yes'
class T: pass
class U:
    def __getattr__(s, n): raise KeyError(n)
class V:
    def __add__(s, o): return NotImplemented
    def __radd__(s, o): return 'radd'
    def __eq__(s, o): return NotImplemented
    def __lt__(s, o): return NotImplemented
    def __call__(s, *a): return a
class V2(object):
    def __add__(s, o): return NotImplemented
    def __eq__(s, o): return NotImplemented
    def __lt__(s, o): return NotImplemented
    def __getitem__(s, i):
        if i > 3: raise IndexError
        return i * i
for e in ('D()+1', '1+D()', 'E_()+1', '1+E_()', 'F()+1', '1+F()', 'G()+1', '1+G()', 'G() < 3', 'H()<1', '1<H()', 'H()==H()', 'I()<1', 'J()<1', 'cmp(J(),1)', 'cmp(1,J())', 'sorted([J(),J()])[:0]', 'hash(K())', 'bool(L())', 'bool(L2())', 'bool(L3())', 'len(N())', 'bool(N())', 'len(N2())', 'bool(N2())',
   'repr(P())', 'str(P())', 'repr(P2())', 'str(P2())', 'unicode(P2())', 'str(P3())', 'unicode(P3())', 'str(P4())[:3]', 'unicode(P4())', 'unicode(P5())', '"%s" % P3()', '"%r" % P2()', 'u"%r" % P2()', 'u"%s" % P2()',
   'int(Q())', 'long(Q())', 'float(Q())', 'complex(Q())', 'hex(Q())', 'oct(Q())', '[1][Q()]', 'range(9)[Q():]', 'int(Q2())', 'long(Q2())', 'float(Q2())', 'complex(Q2())', 'hex(Q2())', 'oct(Q2())', '[1][Q2()]', '[1][Q2():]', '"a"*Q2()',
   'iter(R())', 'iter(R2())', '1 in S()', '1 in T()', '1 in V2()', '10 in V2()', 'list(V2())', 'V()+1', '1+V()', 'V()+V()', 'V()==1', 'V()<1', 'V2()+1', '1+V2()', 'V2()==1', 'V2()<1 in (1,)', 'T()[1]', 'T()()', 'T().x', 'U().x', 'U()+1', 'len(U())', 'str(U())', 'iter(U())', 'V()(1)', 'T()+T()', 'T() < T() in (0, 1)', '-T()', 'T().__class__', 'T.__bases__', 'T.__name__', 'T.__mro__', 'T.x', 'T().__dict__', 'dir(T())', 'T.__dict__', 'isinstance(T(), T)', 'issubclass(T, T)', 'type(T)', 'type(T()).__name__', 'T()[1:2]', 'T() ** 2', 'divmod(T(), 1)', 'T() << T()', 'a' ):
    try: print e, '->', eval(e)
    except Exception, x: print e, '!', type(x).__name__, x
