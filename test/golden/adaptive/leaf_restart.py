# Small typed functions whose arguments surprise: another type, an overflow, an
# error; tracebacks name the function once.
import sys
import traceback


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def mixed(i, x):
    return i * 3 + int(x > 1.5)


class Odd(object):
    def __add__(self, other):
        return 41

    __radd__ = __add__


total = 0.0
for i in range(4):
    for j in range(4):
        total += element(i, j)
print total
print element(2 ** 40, 2 ** 40), element(sys.maxint, sys.maxint)
print element(1.5, 2), element(Odd(), 3) if hasattr(Odd, '__mul__') else 'odd'
for args in [(0, -1), (None, 1), ('a', 1), (-1, 0)]:
    try:
        print element(*args)
    except Exception:
        traceback.print_exc(None, sys.stdout)
s = 0
for i in range(5):
    s += mixed(i, i * 0.5)
print s, mixed(sys.maxint, 2.0), mixed(Odd, 1) if False else mixed(2L, 3)


def deep(n):
    return element(n, n) if n == 0 else deep(n - 1)


print deep(900)
try:
    deep(2000)
except RuntimeError as e:
    print e
