# Loops over zip() of lists and tuples, in functions that are specialised.


def products(rows, columns):
    return [[sum(x * y for x, y in zip(row, column)) for column in columns]
            for row in rows]


def dot(a, b):
    total = 0
    for x, y in zip(a, b):
        total += x * y
    return total


def shrink(a, b):
    seen = []
    for x, y in zip(a, b):
        seen.append((x, y))
        del a[:], b[1:]
    return seen


rows = [[1, 2, 3], [4.5, 5, 6], ['a', 7, [8]]]
columns = zip(*[(1, 2), (3, 4), (5, 6)])
print products(rows[:2], columns), columns
print dot([1, 2, 3], (4, 5, 6, 7)), dot([], [1]), dot((1.5, 2), [2, 10 ** 20])
print dot('', ()), dot(iter([2, 3]), [5, 7]), dot({3: 1}, {4: 1})
print shrink([1, 2, 3], [4, 5, 6])
for a, b in ((rows, columns), ([1], ['ab', 2]), (5, [1])):
    try:
        print dot(a, b)
    except TypeError as e:
        print e
pairs = zip([1, 2], 'ab')
print pairs, [p for p in pairs], list(zip((), ()))


def renamed():
    return [x + y for x, y in zip([1, 2], [3, 4])]


print renamed()
import __builtin__
__builtin__.zip = lambda a, b: [(b[0], a[0])] * 3
print renamed(), dot([1, 2], [3, 4])
