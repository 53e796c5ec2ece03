"""Log records through chains of generators: parse, filter, group, window."""
from __future__ import print_function


def records(n):
    state = 12345
    for i in xrange(n):
        state = (state * 1103515245 + 12345) & 0x7fffffff
        yield i, state % 17, (state >> 8) % 1000


def only(kinds, source):
    for when, kind, value in source:
        if kind in kinds:
            yield when, kind, value


def changes(source):
    last = None
    for when, kind, value in source:
        if last is not None:
            yield when, kind, value - last
        last = value


def positive(source):
    return ((when, value) for when, kind, value in source if value > 0)


def averages(size, source):
    total, window = 0, []
    for when, value in source:
        window.append(value)
        total += value
        if len(window) > size:
            total -= window.pop(0)
        yield when, total // len(window)


def chunks(size, items):
    chunk = []
    for x in items:
        chunk.append(x)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def primes():
    found = []
    n = 2
    while True:
        for p in found:
            if p * p > n:
                found.append(n)
                yield n
                break
            if n % p == 0:
                break
        else:
            found.append(n)
            yield n
        n += 1


def take(n, source):
    for x in source:
        if n == 0:
            return
        n -= 1
        yield x


def merge(a, b):
    x, y = next(a, None), next(b, None)
    while x is not None and y is not None:
        if x <= y:
            yield x
            x = next(a, None)
        else:
            yield y
            y = next(b, None)
    while x is not None:
        yield x
        x = next(a, None)
    while y is not None:
        yield y
        y = next(b, None)


def main():
    kinds = frozenset([2, 3, 5, 7, 11])
    pipe = averages(8, positive(changes(only(kinds, records(4000000)))))
    print(sum(when ^ mean for when, mean in pipe))
    print(sum(max(c) - min(c) for c in chunks(7, (v for _, _, v in
                                                  records(2000000)))))
    print(sum(take(32000, primes())))
    evens = (x * 2 for x in xrange(1200000))
    threes = (x * 3 for x in xrange(800000))
    print(sum(i * x % 1001 for i, x in enumerate(merge(evens, threes))))


main()
