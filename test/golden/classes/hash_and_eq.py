class K(object):
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v) % 3
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __repr__(self): return 'K(%r)' % self.v
d = {}
for i in range(6): d[K(i % 4)] = i
print len(d), sorted(d.values()), d[K(1)], K(9) in d
s = set([K(1), K(1), K(2)])
print len(s)
for h in 'x', 1.5, None, 2 ** 70, True, -1:
    class B(object):
        def __hash__(self): return h
    try:
        print hash(B()),
    except TypeError as e:
        print e
class E(object):
    def __eq__(self, o): return True
print isinstance(hash(E()), int), E() == 5
class O:
    def __eq__(self, o): return True
try:
    hash(O())
except TypeError as e:
    print e
class O2:
    def __cmp__(self, o): return 0
try:
    hash(O2())
except TypeError as e:
    print e
