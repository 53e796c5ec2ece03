# Attributes that begin with ints of the source and hold floats are expected
# to be floats: ints of any origin, longs, None and others still work.


class P(object):
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.last = None

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    def __add__(self, other):
        return P(self.x + other.x, self.y + other.y)

    def scale(self, k):
        self.last = self.x
        self.x *= k
        self.y *= k


def total(ps):
    t = 0
    for p in ps:
        t += p.dot(p)
    return t


def since(p):
    return p.x - p.last


def attempt(f, *args):
    try:
        print f(*args)
    except TypeError as e:
        print e


floats = [P(i * 0.5, i - 0.25) for i in range(5)]
ints = [P(0, 0), P(1, 0), P(2, 3)]
print total(floats), total(ints), total(floats + ints)
print [(p.x, p.y) for p in ints], (ints[1] + ints[2]).x, (ints[2] + floats[1]).y
for p in ints + floats:
    p.scale(2)
print [p.x for p in ints], [p.last for p in floats]
for p in ints:
    p.scale(0.5)
print [p.x for p in ints]
big = P(0, 0)
big.x = int('9' * 18)
big.y = len('abc')
print big.dot(big), (big + ints[0]).x, big.y / 2
big.x = 10 ** 30
print total([big]), since(ints[2])
attempt(since, P(0.5, 1))
odd = P(0.5, 1)
odd.x = 'ab'
attempt(odd.dot, floats[1])
odd.y = [1]
attempt(lambda: (odd + odd).x)
print total([P(True, 1), P(1j, 2)])
