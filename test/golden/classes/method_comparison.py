class Eq(object):
    def __init__(self, n): self.n = n
    def __eq__(self, other): return self.n == other.n
    def __hash__(self): return self.n
    def f(self): pass
    def g(self): pass
a, b, c = Eq(1), Eq(1), Eq(2)
print a.f == a.f, a.f == b.f, a.f == c.f, a.f == a.g, a.f != b.f, a.f is a.f
print Eq.f == Eq.f, Eq.f == a.f, hash(a.f) == hash(b.f), cmp(a.f, b.f)
print len(set([a.f, b.f, a.g])), {a.f: 1}[b.f]
print '__cmp__' in type(a.f).__dict__, '__eq__' in type(a.f).__dict__
