"""Arithmetic on small ints."""
import harness


def work(n):
    a = 1
    for i in xrange(n * 1000):
        a = (a * 3 + i) & 0xffff
        if a == 7:
            a += 11
    return a


harness.main(work)
