"""Solutions of the n queens problem from a recursive generator of tuples."""
from __future__ import print_function


def placements(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    for c in range(n):
        for r, p in enumerate(placed):
            if c == p or abs(c - p) == len(placed) - r:
                break
        else:
            for solution in placements(n, placed + (c,)):
                yield solution


solutions = list(placements(12))
print(len(solutions), solutions[0], max(solutions))
print(sum(p[0] * p[-1] for p in placements(9)))
