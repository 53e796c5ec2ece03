# Loops over zip() see its arguments as they were, whatever it means.
def products(a, b):
    return sum(x * y for x, y in zip(a, b))


def changed(a, b):
    seen = []
    for x, y in zip(a, b):
        seen.append((x, y))
        if x < 3:
            a.append(9)
            a[1] = b[0] = 'new'
            del b[-1]
    return seen, a, b


def whole(a, b):
    return [p for p in zip(a, b)]


def three(a, b):
    for x, y, z in zip(a, b):
        print x


def nested(n):
    return [[i * j for i, j in zip(range(k), xrange(1, 9))]
            for k in range(n)]


def early(a, b):
    for x, y in zip(a, b):
        if y:
            break
    else:
        return 'no break'
    return x, y


def pairs(a, b):
    for x, y in zip(a, b):
        yield y, x


def noisy(name, n):
    for i in range(n):
        print name,
        yield i


def main():
    for i in range(3):
        print products([1, 2, 3], (4, 5.5, 6)), products([], [1]),
        print products(iter([1, 2]), {3: 4, 1: 1})
        print changed([1, 2, 3], [4, 5, 6])
        print whole('abc', [1, 2]), whole((), ()), nested(4)
        print early([1, 2], (0, 5)), early((1,), [0])
        print list(pairs([1, 2], 'xy'))
        for x, y in zip(noisy('a', 3), noisy('b', 2)):
            print (x, y),
        print
        for args in ((1, [2]), ([1], None), ([1, 2], [3])):
            try:
                three(*args)
            except (TypeError, ValueError) as e:
                print type(e).__name__, e
    g = pairs([1, 2, 3], [4, 5, 6])
    print next(g), next(g)
    g.close()
    print list(g)


main()


def zip(a, b):
    return [(b[0], a[0])]


print products([2], [3]), whole([1], [2])
del zip
print products([2], [3]), whole([1], [2])
sum = list
print products([2, 3], [3, 4])
