"""Items of tuples and loops over them, where tuples are expected."""


class T(tuple):
    def __getitem__(self, i):
        return 'got %r' % (i,)

    def __iter__(self):
        return iter('xyz')


def first(p):
    return p[0] + p[1]


def last(p):
    return p[-1], p[-2]


def add(*numbers):
    total = 0
    for n in numbers:
        total += n
    return total


def items(t):
    out = []
    for x in t:
        out.append(x)
    return out


def run():
    pairs = [(i, i * 2) for i in range(5)]
    s = 0
    for i in range(100):
        p = pairs[i % 5]
        s += first(p) + p[-1] + last(p)[0] + add(1, 2, i)
        for j in range(2):
            s += p[j]
    print s, add(), items((1, 'a', 2.5)), items(())


def wrong(p, i):
    try:
        for n in range(2):
            print p[i],
        print
    except Exception as e:
        print type(e).__name__, e


run()
t = (1, 2, 3)
for i in (0, -1, -3, 3, -4, 1.5, 'a', True, 1L, 2 ** 70, None, slice(1, 2)):
    wrong(t, i)
for p in (T((7, 8)), [5, 6], 'ab', u'cd', {0: 1, 1: 2, -1: 3, -2: 4}, 5, ()):
    try:
        print first(p), last(p), items(p)
    except Exception as e:
        print type(e).__name__, e


def generate(t):
    for x in t:
        got = yield x
        if got:
            yield got


g = generate((1, 2, 3))
print g.next(), g.send(9), list(g), list(generate(T((1, 2))))


def nested(rows):
    return [x for row in rows for x in row if row[0] < x]


print nested(((1, 2, 3), (4, 9), (0,))), nested([T((0, 1))])
it = iter((1, 2, 3))
for x in it:
    print x, list(it)
