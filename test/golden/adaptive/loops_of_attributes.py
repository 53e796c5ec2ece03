# Loops that read and set floats in slots keep what they know of them only
# while nothing can have changed it.
import math


class Body(object):
    def __init__(self, x, v, m):
        self.x, self.v, self.m = x, v, m


class Odd(object):
    def __init__(self, log):
        self.log = log

    def __rsub__(self, other):
        self.log.m = 'set by __rsub__'
        return other

    def __repr__(self):
        return 'Odd'


class Watched(Body):
    def __setattr__(self, name, value):
        print 'set', name
        Body.__setattr__(self, name, value)


def step(bodies, dt):
    n = len(bodies)
    for i in range(n):
        a = bodies[i]
        for j in range(i + 1, n):
            b = bodies[j]
            d = a.x - b.x
            f = dt / math.sqrt(d * d + 1.0)
            a.v -= d * b.m * f
            b.v += d * a.m * f
            a.m = a.m + b.m * 0.5
            b.x = a.x * 2.0 + b.m
    for b in bodies:
        b.x += dt * b.v


def show(bodies):
    return ['%s %s %s' % (b.x, b.v, b.m) for b in bodies]


def run(bodies):
    try:
        for _ in range(2):
            step(bodies, 0.5)
    except Exception as e:
        print type(e).__name__, e
    print show(bodies)


def make(cls=Body, n=4):
    return [cls(i * 1.5, 0.25, 1.0 + i) for i in range(n)]


run(make())
same = make()
same[2] = same[0]  # a and b are one
run(same)
none = make()
none[3].m = None
run(none)
big = make()
big[1].x = 1e300
big[2].x = -1e-300
run(big)
ints = make()
ints[1].m = 3
ints[2].x = 2 ** 70
run(ints)
gone = make()
del gone[2].v
try:
    step(gone, 0.5)
except AttributeError as e:
    print e
run(make(Watched, 2))
odd = make()
odd[1].x = Odd(odd[1])
run(odd[:2])
mixed = make()
mixed[1].__dict__
mixed[2].extra = 1
mixed[3].__class__ = Watched
run(mixed)
zero = make()
zero[0].x = zero[1].x = 0.0
run(zero)
