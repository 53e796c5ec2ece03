# Division by powers of two rounds towards minus infinity.
import sys


def divide(xs):
    r = []
    for x in xs:
        r.append((x // 2, x % 2, x / 8, x % 8, x // 1, x % 1, x % 2 ** 61,
                  x // 4611686018427387904, x % 3, x // 3))
    return r


print divide([0, 1, -1, 7, -7, 8, -8, 9, -9, 12345, -12345])
print divide([sys.maxint, -sys.maxint - 1, 2 ** 62, -2 ** 62, -2 ** 62 - 1])
print divide([2 ** 70, -2 ** 70 - 1, 2.5, -2.5, True])
