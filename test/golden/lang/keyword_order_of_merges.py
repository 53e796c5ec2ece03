import random
random.seed(5)
names = [a+b+c for a in 'abxyz_' for b in 'qwe' for c in 'mn1']
def f(**k): return k
def g(a, b=1, **k): return k
class C(dict): pass
class O(object):
    def __init__(self, **k): self.k = k
class M(object):
    def __init__(s, d): s.d = d
    def keys(s): return s.d.keys()
    def __getitem__(s, k): return s.d[k]
for n in range(0, 10, 3):
    for t in range(2):
        ks = random.sample(names, n)
        d = {}
        for i, k in enumerate(ks): d[k] = i
        for k in ks[::3]: del d[k]
        extra = dict((k, 0) for k in random.sample(names, 3))
        k2 = random.sample(names, n)
        print dict(**d).keys()
        print dict(extra, **d).keys()
        print dict(d, **extra).keys()
        print f(**d).keys()
        print C(extra, **d).keys()
        print O(**d).k.keys()
        print g(1, **d).keys()
        print g(a=1, **d).keys()
        print f(zz=1, yy=2, **d).keys()
        print dict(zz=1, yy=2, **d).keys()
        print dict(extra, zz=1, yy=2, **d).keys()
        print f(**M(d)).keys()
        print f(zz=1, yy=2, **M(d)).keys()
        print dict(**M(d)).keys()
        e = dict(extra); e.update(d, **extra); print e.keys()
        e = dict(extra); e.update(**d); print e.keys()
        e = dict(extra); e.update(d); print e.keys()
        e = d.copy(); print e.keys()
        e = dict(d); print e.keys()
        e = C(d); print e.keys()
        e = C(**d); print e.keys()
        print apply(f, (), d).keys()
        print dict.fromkeys(ks).keys(), dict.fromkeys(d).keys(), dict.fromkeys(set(ks)).keys(), set(d), set(ks), frozenset(d), set(ks)|set(k2), set(ks)-set(k2), set(ks)^set(k2), set(ks)&set(k2), set(frozenset(ks))
        print sorted(d)
print f(a=1, b=2, c=3, d=4, e=5, ff=6, g=7)
print dict(a=1, b=2, c=3, d=4, e=5, ff=6, g=7)
