# += of a list's subclass is list.__iadd__, whatever __add__ the class has.
from collections import deque


class Vector(list):
    def __add__(self, other):
        return Vector(a + b for a, b in zip(self, other))


class Right(list):
    def __radd__(self, other):
        return 'radd'


class Bytes(bytearray):
    def __add__(self, other):
        return 'add'


class Queue(deque):
    def __add__(self, other):
        return 'add'


class Times(list):
    def __mul__(self, n):
        return 'mul'


def grow(x, more):
    same = x
    x += more
    print type(x).__name__, x, x is same

for cls in Vector, Right, Bytes, Queue, Times:
    grow(cls('\1\2' if cls is Bytes else [1, 2]), '\3\4')
try:
    grow(Vector(), 5)
except TypeError as e:
    print e
print Vector([1, 2]) + [3, 4], [1] + Right()
t = Times([1])
t *= 2
print t
