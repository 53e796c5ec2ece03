# Slots that held floats or ints for a while: other values, no value, another
# class, a dict, the same object twice.
class Point(object):
    def __init__(self, x, n):
        self.x = x
        self.n = n

    def step(self, d):
        self.x += d * self.x
        self.n += 1
        return self.x


class Named(object):
    def __init__(self, name):
        self.name = name
        self.n = 7

    x = property(lambda self: len(self.name), lambda self, v: None)
    step = Point.__dict__['step']


class Slotted(object):
    __slots__ = ['x', 'n']

    def __init__(self, x, n):
        self.x = x
        self.n = n


def push(a, b, d):
    a.x -= d
    b.x += 2 * d
    a.n += 1
    b.n += 1
    return a.x * b.x + b.n


def total(points, default):
    t = 0
    for p in points:
        try:
            t += p.x
        except AttributeError:
            t += default
        p.n += 1
    return t


def show(p):
    return p.x, p.n, sorted(p.__dict__.items())


p, q = Point(1.5, 0), Point(2.5, 10)
for i in range(50):
    last = push(p, q, 0.25)
print last, push(p, p, 0.5), p.step(0.5)
for v in (0.0, -0.0, 1e300, -1e-300, float('inf'), float('nan'), 3, True,
          2 ** 62, 2 ** 70, 1j):
    p.x = v
    print push(p, q, 0.25), repr(p.x), repr(q.x), p.step(1)
for n in (2 ** 61, 2 ** 62 - 1, 2 ** 63 - 1, 2 ** 64, 1.5):
    p.x, p.n = 1.0, n
    print push(p, q, 0.5), repr(p.n), type(p.n).__name__
p.x = q.x = 1.0
print show(p)
del p.x
print total([q, p, q], 0.5), total([p], 10), p.__dict__.keys()
try:
    push(q, p, 1.0)
except AttributeError as e:
    print e, q.x
p.x = 4.0
print show(p), total([q, p, q], 0.5)
Point.x = 8.0
del q.x
print push(q, p, 1.0), show(q)
del Point.x
p.__class__ = Named
p.name = 'abc'
print push(p, q, 1.0), p.step(2), p.__dict__.keys()
p.__class__ = Point
print show(p), push(p, q, 1.0)
for o in (Slotted(1.0, 1), Named('four'), Slotted(2, 2)):
    print push(o, q, 1.0), push(q, o, 1), o.x, o.n
