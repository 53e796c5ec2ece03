"""Generators in pipelines, recursion, and as producers of permutations."""
from __future__ import print_function


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def keep(pred, source):
    for x in source:
        if pred(x):
            yield x


def scaled(k, source):
    for x in source:
        yield x * k


def windows(n, source):
    window = []
    for x in source:
        window.append(x)
        if len(window) == n:
            yield tuple(window)
            window = []


def permutations(items):
    if len(items) <= 1:
        yield items
    else:
        for i in range(len(items)):
            rest = items[:i] + items[i + 1:]
            for p in permutations(rest):
                yield [items[i]] + p


def leaves(tree):
    if isinstance(tree, tuple):
        for sub in tree:
            for leaf in leaves(sub):
                yield leaf
    else:
        yield tree


def nest(depth, n=0):
    return n if depth == 0 else (nest(depth - 1, n + 1),
                                 nest(depth - 1, n + 2))


def main():
    pipe = windows(3, scaled(3, keep(lambda x: x % 7 != 2, numbers(5000000))))
    print(sum(a ^ b ^ c for a, b, c in pipe))
    print(sum(p[0] * 3 + p[-1] for p in permutations(list(range(9))) if p[1] > p[2]))
    print(sum(leaves(nest(17))))
    print(sum(x * y for x in xrange(2500) for y in xrange(400) if x & y == 0))


main()
