"""Estimates pi and an integral from a generator of random numbers."""
from __future__ import print_function
import math


class Random(object):
    def __init__(self, seed):
        self.seed = seed

    def next_float(self):
        self.seed = (self.seed * 16807) % 2147483647
        return self.seed / 2147483647.0


def estimate_pi(random, count):
    inside = 0
    for i in xrange(count):
        x = random.next_float()
        y = random.next_float()
        if x * x + y * y <= 1.0:
            inside += 1
    return 4.0 * inside / count


def integrate(random, count):
    total = 0.0
    for i in xrange(count):
        x = 4.0 * random.next_float()
        total += math.exp(-x * x) * math.sin(3.0 * x)
    return 4.0 * total / count


def main():
    random = Random(42)
    print('%.6f' % estimate_pi(random, 3000000))
    print('%.6f' % integrate(random, 2000000))


main()
