"""Counts primes with the sieve of Eratosthenes."""
from __future__ import print_function


def primes_below(n):
    flags = [True] * n
    flags[0] = flags[1] = False
    i = 2
    while i * i < n:
        if flags[i]:
            j = i * i
            while j < n:
                flags[j] = False
                j += i
        i += 1
    return [i for i in xrange(n) if flags[i]]


def main():
    total = 0
    for limit in (200000, 500000, 1000000, 6000000, 7000000, 8000000):
        p = primes_below(limit)
        total += p[-1]
        print(limit, len(p), p[-1])
    print(total)


main()
