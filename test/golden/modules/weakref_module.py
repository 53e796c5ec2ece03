import weakref, gc
class A(object):
    def __init__(self, v): self.v = v
a = A(1)
r = weakref.ref(a)
print r() is a, r().v, weakref.ref(a) is r, r == weakref.ref(a), hash(r) == hash(a)
print weakref.getweakrefcount(a), type(r).__name__
p = weakref.proxy(a)
print p.v, p.__class__.__name__, isinstance(p, A), type(p).__name__
p.v = 2
print a.v
d = weakref.WeakValueDictionary()
d['k'] = a
print d['k'] is a, d.keys(), len(d), 'k' in d, d.get('none')
k = weakref.WeakKeyDictionary()
k[a] = 'val'
print k[a], len(k), a in k, k.values()
s = weakref.WeakSet([a]); print len(s), a in s
for x in (5, 'a', [], (), None, object()):
    try:
        weakref.ref(x)
        print 'ok'
    except TypeError as e:
        print e
def f(): pass
print weakref.ref(f)() is f, weakref.ref(A)() is A, weakref.ref(set([1])) is not None
class S(object): __slots__ = ()
try:
    weakref.ref(S())
except TypeError as e:
    print e
class C(object):
    def __call__(self, x): return x * 2
    def __len__(self): return 5
c = C()
pc = weakref.proxy(c)
print pc(4), len(pc)
