class I(int):
    def __new__(cls, v, tag=None):
        self = int.__new__(cls, v)
        self.tag = tag
        return self
    def __add__(self, o): return I(int(self) + o, 'sum')
    def __repr__(self): return 'I(%d)' % self
a = I(5, 't')
print a, a.tag, a + 1, (a + 1).tag, 1 + a, type(1 + a), a * 2, type(a * 2), a == 5
print hash(a) == hash(5), {5: 'x'}[a], [0] * 6 and range(10)[a]
print `a`, str(a), '%d %s %r' % (a, a, a), int(a) is not a, type(int(a)), a.__dict__
print isinstance(a, int), sum([a, a]), -a, type(-a), +a, abs(I(-3))
class L(long): pass
print L(5), repr(L(5)), type(L(5) + 1), L(2 ** 70), int(L(7)), type(int(L(7)))
class F(float):
    def __str__(self): return 'F!'
print F(1.5), [F(2.5)], F(1) + 1, type(F(1) + 1), '%s %f' % (F(1), F(1)), F('3') == 3
class B(object): pass
try:
    class Bo(bool): pass
except TypeError as e:
    print e
