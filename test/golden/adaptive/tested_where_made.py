# Values that are tested where they are made, and turn out to be another type.
import sys


def total(items):
    s = 0
    for i in range(len(items)):
        x = items[i]
        if i % 2:
            s = s + x
        else:
            s = x - s
    return s


def lowest(items, other):
    best = items[0]
    for j in range(len(other)):
        cost = items[j]
        if other[j] != 'a':
            cost += 1
        if cost < best:
            best = cost
    return best


def swap(items):
    for i in xrange(len(items) / 2):
        x, y = items[i], items[-1 - i]
        if x + 0 < y + 0:
            items[i], items[-1 - i] = y, x
    return items


class Other(object):
    def __radd__(self, x):
        return x + 1000

    def __rsub__(self, x):
        return x - 1000

    def __sub__(self, x):
        return 7


def tried(items):
    s = 0
    for i in range(6):
        try:
            s += items[i] * 2
        except IndexError:
            s -= 1
        except TypeError:
            s -= 100
    return s


print total([1, 2, 3, 4]), total([5, 6, 7])
print lowest([3, 2, 5], 'abc'), lowest([3, 9, 1], 'aab')
print swap([1, 2, 3, 4, 5]), swap([5, 4, 3, 2])
print tried([1, 2, 3])
for odd in (2.5, -0.0, float('nan'), 10 ** 30, sys.maxint, True, Other()):
    print total([1, 2, odd, 3]), total([odd, 1]), total([sys.maxint, odd])
print lowest([3, 2, 5], u'abc'), lowest([3, 2.5, 1L], ['a', u'b', 'c'])
print swap([1, 2.5, -0.0, 4, 10 ** 20]), swap([True, 2])
print tried([1.5, None, 3]), tried(['x', 2]), tried([1L, 2 ** 70])
for bad in (None, 'x', [1]):
    try:
        print total([1, 2, bad])
    except TypeError as e:
        print e
