class V:
    def __init__(self, *c): self.c = c
    def __len__(self): return len(self.c)
    def __getitem__(self, i): return self.c[i]
    def __repr__(self): return 'V%r' % (self.c,)
    def __add__(self, o): return V(*[a + b for a, b in zip(self, o)])
    def __cmp__(self, o): return cmp(self.c, o.c)
    def __hash__(self): return 42
    def __call__(self, *a): return 'called', a
    def __nonzero__(self): return False
    def __contains__(self, x): return x == 'in'
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __long__(self): return 9L
    def __oct__(self): return 'oct'
    def __hex__(self): return 'hex'
    def __index__(self): return 1
v, w = V(1, 2), V(1, 3)
print len(v), v[0], v, v + w, v < w, v == w, v == V(1, 2), hash(v), v(1, 2), not v
print 'in' in v, 1 in v
print int(v), float(v), long(v), oct(v), hex(v), [10, 20][v], v[0:1], max(v, w), sorted([w, v])
