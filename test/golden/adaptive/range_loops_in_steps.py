"""Loops that count up by ones, for many turns and to bounds that are far."""
import sys


def fill(n):
    out = [0]
    for i in range(n):
        out.append(out[i] + i)
    return out


def sums(a, start, stop):
    total = 0
    for i in xrange(start, stop):
        total += a[i]
    return total, i


def leave(a, limit):
    for i in range(len(a)):
        if a[i] > limit:
            break
    else:
        return 'none'
    return i


def shrink(a):
    try:
        for i in range(len(a)):
            if i == 700:
                del a[900:]
            a[i] += 1
    except IndexError as e:
        return i, len(a), str(e)


def until(i, bound):
    n = 0
    while i < bound:
        i += 1
        n += i & 1
    return i, n


def mixed(a):
    total = 0.0
    for i in range(len(a)):
        total += a[i] * 2
    return total


def products(rows):
    columns = [list(c) for c in zip(*rows)]
    total = 0
    for row in rows:
        for c in columns:
            for k in range(len(row)):
                total += row[k] * c[k]
    return total


a = fill(1700)
print len(a), a[-1], sums(a, 0, 1700), sums(a, -3, 501), sums(a, 1200, 1201)
print leave(a, 499 * 250), leave(a, 10 ** 7), leave([], 0), leave([1], 0)
print shrink(list(a))
print until(0, 1234), until(sys.maxint - 600, sys.maxint), until(5, 5)
print until(sys.maxint - 3, sys.maxint + 2), until(True, 600)
print mixed([1.5] * 1000 + [2, True, 3L] + [0.5] * 600)
print products([[1.5, 2], [3, 4.0]]), products([(1, 2), (3, 4)])
try:
    print products([['a', 2], [3, 4]])
except TypeError as e:
    print e
try:
    print sums(a, 1600, 1800)
except IndexError as e:
    print e
