class E(object):
    def __init__(s,n,d=None): s.n=n; s.d=d
    def __hash__(s): return 1
    def __eq__(s,o):
        if s.d is not None: s.d.clear(); s.d[E(5)]=1
        return s.n==o.n
d={}
a=E(1); b=E(2); c=E(3,d)
d[a]=1; d[b]=2
try: d[c]=3
except RuntimeError as e: print e
print len(d)
class L(list):
    def __getitem__(s,i): return 'x'
    def __iter__(s): return iter([7,8])
print list(L([1,2])), tuple(L([1])), [0]+L([1]), L([1,2])[0], sorted(L([3])), set(L()), dict.fromkeys(L())
class D(dict):
    def __getitem__(s,k): return 'sub'
    def keys(s): return ['zz']
    def __missing__(s,k): return 'missing'
x=D(a=1); print dict(x), x['q'], D.get(x,'a'), dict.__getitem__(x,'nope'), '%(a)s' % x
class M:
    def keys(s): return ['k']
    def __getitem__(s,k): return k*2
print dict(M()), dict(M(), z=1)
l=[3,1,2]
def bad(a,b): l.append(1); return cmp(a,b)
try: l.sort(bad)
except ValueError as e: print e, l
l=[1,2,3,4,5,6,7,8,9]
del l[::2]; print l
l[::-1]=[1,2,3,4]; print l
l[1:3]=xrange(5); print l
l[10:5]=[9]; print l
l*=2; print l; l*=0; print l
l=range(10); l[2:8:2]=[0,0,0]; print l; del l[-1:2:-3]; print l
t=(1,2)*3; print t, t[::-2], t.index(2,2), t.count(1), (1,)<(1,2), (2,)<(1,5), cmp((1,2),(1,3))
import itertools
print list(itertools.islice(itertools.count(),2,10,3)), map(lambda a,b:(a,b),[1,2],[3]), zip('ab',[1]), filter(None,'a b'), filter(lambda c:c!='b','abc'), filter(None,(0,1,2)), reduce(lambda a,b:a*b,[1,2,3],4)
print max([1,2.5,2.5]), min('hello'), max({1:2,3:4}), max([],key=len) if 0 else '', min(3,1,2,key=lambda x:-x), sum([[1],[2]],[]), sum([.1]*10), sum([1,2L])
n=float('nan'); print n in [n], [n]==[n], {n:1}=={n:1}, [n].index(n), (n,)==(n,)
print {1:'a'}=={1.0:'a'}, {True:1}, set([1,1.0,True]), hash(1.0)==hash(1)
class B(object):
    __hash__=None
try: {B():1}
except TypeError as e: print e
try: set([[]])
except TypeError as e: print e
s=set([1,2]); print set([1]) in set([frozenset([1])]), s.discard(set([9])), s==frozenset([1,2]), s>set([1]), s^set([2,3])
print [x for x in reversed([1,2,3])], list(reversed('abc')), list(reversed((1,2)))
it=iter([1,2,3]); it.next(); print it.__length_hint__(), list(it), list(it)
d={1:1}
try:
    for k in d: d[k+1]=1
except RuntimeError as e: print e
try:
    for k in d.iteritems(): del d[1]
except RuntimeError as e: print e
print dict(zip('abc',range(3))), dict([['a',1],('b',2),'cd']), {}.fromkeys('ab',0)
print repr([None,True,1.5,'a',u'b',(),{},set()]), str({1:[2,(3,)]})
