# Copies of sets have the order that adding the old one's keys gives.
for n in [0, 1, 4, 5, 6, 7, 20, 21, 22, 60]:
    s = set((i * 8 + 3) % 64 + i // 8 for i in range(n))
    for turn in range(2):
        e = set()
        e.update(s)
        f = set([1])
        f.clear()
        f |= s
        for c in [s.copy(), set(s), frozenset(s), e, f, s | set(), set() | s, s - set()]:
            print list(c), c == s,
        c = s.copy()
        c.add('new')
        print c == s, 'new' in s, len(c - s)
        for k in list(s)[::2]:
            s.discard(k)


class Key(object):
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 2

    def __eq__(self, other):
        return self.n == other.n


s = set([Key(1), Key(2), Key(3)])
print
c = s.copy()
print len(c), len(c | c), c == c
t = set(range(100))
for i in range(95):
    t.remove(i)
print t.copy(), t.copy().pop(), len(t | t)
