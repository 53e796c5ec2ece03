"""Raising and catching in loops, at several depths, with cleanup."""
from __future__ import print_function


class ParseError(Exception):
    def __init__(self, line, message):
        Exception.__init__(self, message)
        self.line = line


def parse(text, line):
    try:
        return int(text)
    except ValueError:
        raise ParseError(line, 'bad number %r' % text)


def deep(n, value):
    if n == 0:
        if value % 3 == 0:
            raise KeyError(value)
        return value
    try:
        return deep(n - 1, value) + 1
    finally:
        counters['cleanups'] += 1


def lookup(table, key):
    try:
        return table[key]
    except KeyError:
        table[key] = key * 2
        return None


def drain(items):
    total, it = 0, iter(items)
    while True:
        try:
            total += next(it)
        except StopIteration:
            return total


counters = {'cleanups': 0}


def main():
    words = ['12', 'x1', '7', '', '345', '9q'] * 160000
    total = bad = lines = 0
    for n, w in enumerate(words):
        try:
            total += parse(w, n)
        except ParseError as e:
            bad += 1
            lines += e.line
    print(total, bad, lines)
    caught = 0
    for i in xrange(240000):
        try:
            total += deep(6, i)
        except KeyError as e:
            caught += e.args[0] % 5
    print(total, caught, counters)
    table = {}
    print(sum(1 for i in xrange(2000000) if lookup(table, i % 50000) is None))
    print(sum(drain(range(50)) for i in xrange(20000)))


main()
