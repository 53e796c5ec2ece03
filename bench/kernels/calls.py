"""Recursive functions: Fibonacci, Ackermann, Takeuchi."""
from __future__ import print_function
import sys


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


sys.setrecursionlimit(20000)
print(fib(35))
print(ackermann(2, 700))
print(tak(18, 12, 6), tak(24, 16, 8))
