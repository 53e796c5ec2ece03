"""Lists of bools or small ints that a function keeps to itself."""
import sys


def sieve(n):
    flags = [True] * n
    i = 2
    while i * i < n:
        if flags[i]:
            for j in xrange(i * i, n, i):
                flags[j] = False
        i += 1
    return [i for i in xrange(2, n) if flags[i]]


def digits(n):
    seen = 3 * [0]
    for i in range(n):
        seen[i % 3] = 7
        print seen[i % 3] + i, seen[-1],
    print len(seen)
    return seen


def returned(n):
    flags = n * [False]
    for i in xrange(0, n, 3):
        flags[i] = True
    flags[-1] = True
    return flags


def passed_on(n, out):
    flags = [False] * n
    for i in range(n):
        flags[i] = i % 2 == 0
    out.append(flags)
    same = flags
    same.append('more')
    flags[0] = 'set'
    print flags, same, out, out[0] is flags, flags is same
    for i in range(n):
        flags[i] = True
    print out


def surprised(n, values):
    flags = [True] * n
    out = []
    for i in range(n):
        flags[i] = values[i] > 1
        out.append(flags[i])
    return out, flags


class Odd(object):
    def __gt__(self, other):
        return self

    def __repr__(self):
        return 'odd'


def ends(n, start, stop):
    flags = [True] * n
    try_count = 0
    for i in range(start, stop):
        flags[i] = False
        try_count += flags[i] == False
    return flags, try_count


def stepping(n):
    flags = [False] * n
    for i in range(n):
        flags[i] = True
        yield flags[i], flags[i - 1]
    yield flags


def closed_over(n):
    flags = [True] * n
    for i in range(0, n, 2):
        flags[i] = False

    def count():
        return sum(flags)
    flags.append(True)
    return count()


def truth(n):
    flags = [True] * n
    out = [flags[i] for i in range(n)]
    for i in range(n):
        flags[i] = False
        out.append(flags[i] is False)
        out.append(flags[i] or 'no')
    return out


def attempt(f, *args):
    try:
        print f(*args)
    except Exception as e:
        print type(e).__name__, e


print sieve(60), sieve(0), sieve(-4)
print digits(7)
print returned(8)
passed_on(5, [])
print surprised(4, [0, 1, 2, 3])
print surprised(4, [0, Odd(), 2, Odd()])
print ends(5, -3, 3)
attempt(ends, 5, 2, 9)
attempt(ends, 5, -9, 2)
attempt(ends, 2.5, 0, 2)
attempt(ends, 'x', 0, 1)
attempt(ends, 0, 0, 1)
attempt(ends, True, 0, 1)
attempt(sieve, 10 ** 30)
attempt(ends, sys.maxint, 0, 1)
for item in stepping(3):
    print item
print closed_over(7)
print truth(2)
globals()['True'] = 'yes'
print truth(2), returned(3)
del globals()['True']
import __builtin__
__builtin__.False = 'other'
print truth(2), returned(4)
