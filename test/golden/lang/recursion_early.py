"""Recursive functions that test their arguments first, and the limit."""
import sys


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def down(n):
    if n == 0:
        return 0
    return 1 + down(n - 1)


def half(x):
    if x < 1.0:
        return x
    return half(x / 2.0)


def length(node):
    if node is None:
        return 0
    return 1 + length(node[1])


def loop(n):
    if n <= 0:
        return 0
    total = 0
    for i in range(1):
        total += loop(n - 1 - i)
    return total + 1


def deepest(f, make):
    """The largest number that f takes."""
    low, high = 0, 400
    while low < high:
        middle = (low + high + 1) // 2
        try:
            f(make(middle))
            low = middle
        except RuntimeError as e:
            message = str(e)
            high = middle - 1
    return low, message


def chain(n):
    node = None
    for i in range(n):
        node = (i, node)
    return node


print fib(20), fib(1), fib(True), fib(2.5), down(100), half(1e10), half(4)
print length(chain(50)), loop(9)
sys.setrecursionlimit(150)
print deepest(down, int), deepest(length, chain), deepest(loop, int)
sys.setrecursionlimit(1000)

real = fib


def counted(n):
    calls.append(n)
    return real(n)


calls = []
globals()['fib'] = counted
print real(6), len(calls), calls[:9]
globals()['fib'] = len
try:
    print real(6)
except TypeError as e:
    print e
globals()['fib'] = lambda n: 2 ** 62
print real(7), real(0)
del fib
try:
    print real(7)
except NameError as e:
    print e
print real(1)
try:
    print down('x')
except (TypeError, RuntimeError) as e:
    print e
