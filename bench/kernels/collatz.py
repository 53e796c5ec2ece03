"""Finds the longest Collatz sequence below a limit."""
from __future__ import print_function


def length(n):
    steps = 1
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps


def main():
    best = best_n = 0
    for n in xrange(1, 600000):
        steps = length(n)
        if steps > best:
            best, best_n = steps, n
    print(best_n, best)


main()
