class Vec(object):
    def __init__(self, *c): self.c = c
    def __add__(self, o): return Vec(*[a + b for a, b in zip(self.c, o.c)])
    def __mul__(self, k):
        if isinstance(k, Vec): return sum(a * b for a, b in zip(self.c, k.c))
        return Vec(*[a * k for a in self.c])
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __eq__(self, o): return isinstance(o, Vec) and self.c == o.c
    def __ne__(self, o): return not self == o
    def __getitem__(self, i): return self.c[i]
    def __len__(self): return len(self.c)
    def __repr__(self): return 'Vec' + repr(self.c)
    def __abs__(self): return (self * self) ** 0.5
    def __nonzero__(self): return any(self.c)
    def __iter__(self): return iter(self.c)
a, b = Vec(3, 4), Vec(1, -1)
print a + b, a - b, 2 * a, a * 2, a * b, -a, abs(a), a == Vec(3, 4), a != b, a[0]
print len(a), list(a), bool(Vec(0, 0)), max(a), a[-1:]
x, y = a
print x, y, sum(map(abs, [a, b])) > 6, {a.c: 1}[3, 4]
