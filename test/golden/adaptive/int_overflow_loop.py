import sys
def fact(n):
    r = 1
    for i in range(2, n + 1): r *= i
    return r
print [fact(n) for n in (5, 20, 21, 25)]
def fib(n):
    a, b = 0, 1
    for i in xrange(n): a, b = b, a + b
    return a
print [(n, fib(n), type(fib(n)).__name__) for n in (10, 90, 92, 93, 94, 120)]
def sums(n, step):
    s = 0
    while n:
        s += step
        n -= 1
    return s
print sums(3, sys.maxint / 2), sums(2, sys.maxint / 2), sums(3, -sys.maxint / 2)
print type(sums(3, sys.maxint)).__name__
