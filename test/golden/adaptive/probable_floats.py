# Attributes that begin as arguments nobody sees and then hold floats, mostly.
import math


class Part(object):
    drag = 0.5

    def __init__(self, x, v):
        self.x, self.v = x, v

    def step(self, dt):
        self.v *= self.drag
        self.x += self.v * dt
        return self.x

    def span(self):
        return self.x * self.x + self.v

    def root(self):
        try:
            return math.sqrt(self.x)
        except (ValueError, TypeError) as e:
            return str(e)


class Sub(Part):
    drag = 2


class Scaled(object):
    def __init__(self, s):
        self.s = s

    def __mul__(self, k):
        return Scaled(self.s + '*' + repr(k))

    __rmul__ = __mul__

    def __add__(self, other):
        return Scaled('(' + self.s + '+' + getattr(other, 's', str(other)) + ')')

    __radd__ = __add__

    def __repr__(self):
        return self.s


kinds = [Part, Sub]
made = [kinds[i % 2](*args) for i, args in enumerate([
    (1.5, 2.5), (0.25, 4.0), (3, 4), (5, 6), (2 ** 62, 1), (1, 2 ** 70),
    (0.0, -0.0), (1e308, 1e308), (1j, 2), (True, False),
    (Scaled('a'), Scaled('b')), (Scaled('c'), 1), (-4.0, 0.0)])]
for p in made:
    for dt in (0.5, 2, 1):
        print p.step(dt),
    print p.span(), p.root(), repr(p.x), repr(p.v)
for x, v in (('s', 1.0), (None, 2.0), ([1], 3)):
    p = kinds[1](x, v)
    for f in (p.step, lambda d: p.span()):
        try:
            print f(1.0),
        except TypeError as e:
            print e,
    print p.x, p.v
p = kinds[0](1.0, 1.0)
for drag in (0.5, 3, 'no', 0.25):
    Part.drag = drag
    try:
        print p.step(1.0)
    except TypeError as e:
        print e, p.v
del Part.drag
try:
    p.step(1.0)
except AttributeError as e:
    print e
p.drag = 4.0
print p.step(1.0)
