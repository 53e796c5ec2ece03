from collections import namedtuple
P = namedtuple('P', 'x y')
p = P(1, y=2)
print p, p.x, p[1], p == (1, 2), P._fields, p._asdict(), p._replace(x=9)
print P._make([5, 6]), len(p), isinstance(p, tuple), p.__class__.__name__, P.__doc__
x, y = p
print x, y, hash(p) == hash((1, 2)), sorted([P(2, 1), P(1, 2)]), max(p), p + (3,), P.x.__doc__
class Q(namedtuple('Q', ['a', 'b'])):
    __slots__ = ()
    @property
    def total(self): return self.a + self.b
print Q(1, 2).total, Q(1, 2), namedtuple('R', 'a, b a', rename=True)._fields
print namedtuple('S', 'def x', rename=True)._fields, namedtuple('E', '')()
