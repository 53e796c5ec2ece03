# Loops that call nothing: turns that go a slow way, and what they come back to.
import sys


def sums(items, n):
    total = 0
    for i in range(n):
        total += items[i - 2]
    return total


def smooth(items, rounds):
    for r in range(rounds):
        for i in range(len(items)):
            items[i] = items[i - 1] + items[i] & 1023
    return items


def grow(items, limit):
    i = 0
    while i < limit:
        x = items[i] * 3
        items.append(x & 0xffff)
        if items[-1] < items[i]:
            items[i] = items[-1]
        i += 1
    return len(items), sum(items)


def overflow(items, step):
    total = sys.maxint - 5 * step
    for i in range(len(items)):
        total = total + items[i] * step
        items[i] = total
    return total


def beyond(items, n):
    seen = 0
    try:
        for i in range(n):
            seen += items[i]
            items[i] = i
    except IndexError as e:
        return seen, str(e)
    return seen


def compare(a, b):
    same = 0
    for i in range(len(a)):
        if a[i] == b[i - 1]:
            same += 1
        if a[i] == 'x':
            same += 100
    return same


class Items(list):
    def __getitem__(self, i):
        return 1000 + list.__getitem__(self, i)


numbers = range(1200)
print sums(numbers, 1200), sums(Items(numbers), 1200)
print sums([True, False, 2, 3L, 4.5], 5), sums(tuple(numbers), 1200)
print smooth(range(600), 3)[:8], smooth([1, True, 2L, False], 2)
print grow([5, 1], 1500)
print overflow([1] * 5, 1), overflow([1] * 6, 1), overflow([0] * 1000, 7)
print overflow([1] * 1003, sys.maxint // 1002)
print beyond(range(700), 700), beyond(range(700), 701), beyond([], 1)
print compare('abcd' * 300, 'bcda' * 300), compare('abxd', ['d', u'b', 3, 'x'])
print compare(bytearray('abcd'), 'abcd')
for wrong in ([1, None], ['a', 1], [[], 1]):
    try:
        print sums(wrong, 2)
    except TypeError as e:
        print e
