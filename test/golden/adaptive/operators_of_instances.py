# Operators of instances whose functions change, decline, or are overridden.


class V(object):
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        if isinstance(other, V):
            return V(self.x + other.x)
        if isinstance(other, str):
            return NotImplemented
        return V(self.x + other)

    def __sub__(self, other):
        return self.x - other.x

    def __mul__(self, k):
        return V(self.x * k)

    def __getitem__(self, i):
        return self.x + i


class Sub(V):
    def __radd__(self, other):
        return 'Sub.__radd__'

    def __rsub__(self, other):
        return 'Sub.__rsub__'

    def __sub__(self, other):
        return 'Sub.__sub__'


class Right(object):
    x = 3

    def __radd__(self, other):
        return 'Right.__radd__'


class Classic:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        return 'Classic.__add__'


def show(v):
    return v.x if isinstance(v, V) else v


def loop(a, b, change=None):
    out = []
    for i in range(5):
        if i == 3 and change:
            change()
        try:
            out.append((show(a + b), show(a - b), show(a * 2), a[i]))
        except Exception as e:
            out.append((type(e).__name__, str(e)))
    return out


def grow(a, b, change):
    try:
        for i in range(4):
            if i == 2:
                change()
            a += b
        return show(a)
    except TypeError as e:
        return str(e)


def nothing():
    pass


print loop(V(1), V(2))
print loop(V(1), Sub(2))
print loop(Sub(1), V(2))
print loop(V(1), 5), loop(V(1), 'a')
print loop(V(1), Right()), loop(V(1), Classic(4))
print loop(Classic(1), V(2)), loop(V(1.5), V(2.5))
print grow(V(1), V(1), nothing), grow(V(1), 'a', nothing), grow(V(1), 2, nothing)


def inplace():
    V.__iadd__ = lambda self, other: V(self.x + 1000)


print grow(V(1), V(1), inplace)
del V.__iadd__
print grow(V(1), V(1), nothing)


def replace():
    V.__add__ = lambda self, other: 'replaced'
    V.__mul__ = lambda self, other: NotImplemented


keep = V.__dict__['__add__'], V.__dict__['__mul__']
print loop(V(1), V(2), replace)
V.__add__, V.__mul__ = keep
a = V(1)
a.__add__ = lambda other: 'of the instance'
print loop(a, V(2))


def gone():
    del V.__sub__


print loop(V(1), V(2), gone)


class Meta(type):
    def __add__(cls, other):
        return 'Meta.__add__'

    def __mul__(cls, k):
        return cls.__name__ * k

    def __getitem__(cls, i):
        return i


class Made(object):
    __metaclass__ = Meta
    x = 1


print loop(Made, 2)
print loop([1, 2, 3, 4, 5], [6]), loop(7, 3)
