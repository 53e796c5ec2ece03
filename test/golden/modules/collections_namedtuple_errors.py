from collections import namedtuple
P = namedtuple('P', 'x y')
p = P(1, y=2)
x, y = p
class Q(namedtuple('Q', ['a', 'b'])):
    __slots__ = ()
    @property
    def total(self): return self.a + self.b
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: setattr(p, 'x', 5),
        lambda: namedtuple('X', 'a a'), lambda: namedtuple('X', 'def'),
        lambda: namedtuple('X', '_a'), lambda: namedtuple('1X', 'a'), lambda: P._make([1]),
        lambda: p._replace(z=1), lambda: p.z):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
