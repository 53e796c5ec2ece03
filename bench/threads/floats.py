"""Arithmetic on floats."""
import harness


def work(n):
    x, v = 1.0, 0.0
    for i in xrange(n * 1000):
        v -= x * 0.001
        x += v * 0.001
    return x


harness.main(work)
