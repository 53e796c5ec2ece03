# The left operand's function gives NotImplemented for numbers and its own kind.


class W(object):
    calls = 0

    def __div__(self, other):
        W.calls += 1
        return NotImplemented

    def __add__(self, other):
        return NotImplemented if other else 'sum'

    def __radd__(self, other):
        return 'never for one class'

    def __mul__(self, other):
        return NotImplemented


def attempt(f, a, b):
    try:
        return f(a, b)
    except TypeError as e:
        return str(e)


def div(a, b):
    for i in range(2):
        r = a / b
    return r


def idiv(a, b):
    for i in range(2):
        a /= b
    return a


def add(a, b):
    for i in range(2):
        r = a + b
    return r


def iadd(a, b):
    for i in range(2):
        a += b
    return a


def mul(a, b):
    for i in range(2):
        r = a * b
    return r


def imul(a, b):
    for i in range(2):
        a *= b
    return a


for f in div, idiv, add, iadd, mul, imul:
    for b in W(), 2, 2.5, 0, 0.0, 10 ** 30:
        print f.__name__, attempt(f, W(), b)
print W.calls
