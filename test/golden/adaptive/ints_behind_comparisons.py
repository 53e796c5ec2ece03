# Behind a comparison one more or less may not overflow; what does is a long.
import sys

MOST, LEAST = sys.maxint, -sys.maxint - 1


def up(i, n):
    turns = 0
    while i < n:
        i += 1
        turns += 1
        if turns > 9:
            break
    return i, turns


def up_to(i, n):
    turns = 0
    while i <= n:
        i += 1
        turns += 1
        if turns > 9:
            break
    return i, type(i).__name__, turns


def down(i, n):
    turns = 0
    while n < i:
        i -= 1
        turns += 1
        if turns > 9:
            break
    return i, turns


def down_to(i, n):
    turns = 0
    while not i < n:
        i -= 1
        turns += 1
        if turns > 9:
            break
    return i, type(i).__name__, turns


def by_two(i, n):
    while i < n:
        i += 2
    return i, type(i).__name__


def constants(n):
    if n < 2:
        return n - 1, n + 1
    if n > 100:
        return n - 3, n + 3
    return n - 2, n + 2


def neither(i, j):
    a = b = 0
    if i < j:
        a = j + 1
        b = i - 1
    return a, b


def in_range(start, stop):
    out = []
    for i in xrange(start, stop):
        out.append((i + 1, i - 1))
    return out


for start, stop in ((0, 5), (MOST - 3, MOST), (LEAST, LEAST + 2), (5, 0)):
    print up(start, stop), up_to(start, stop)
    print down(stop, start), down_to(stop, start)
    print by_two(start, stop), neither(start, stop)
print up(0, 2.5), up_to(0.5, 3), down(MOST, MOST - 2.0)
for n in (LEAST, LEAST + 1, -1, 0, 1, 2, 99, 100, 101, MOST - 2, MOST, True,
          2 ** 70, -2 ** 70, 1.5):
    print constants(n)
print in_range(0, 3), in_range(MOST - 2, MOST), in_range(LEAST, LEAST + 2)
