"""What shows a container at one moment shows, of each thread that adds to it,
the first so many: also where the copy has to be made again because there are
more by then."""
from collections import deque
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

bad = []

def repr_keys(d):
    return eval(repr(d))

def repr_set(s):
    return eval(repr(s))

def prefixes(name, seen):
    for i in range(2):
        mine = sorted(k for j, k in seen if j == i)
        if mine != range(len(mine)):
            bad.append(name)

def attempt(name, target, add, *snapshots):
    def body(i):
        if i < 2:
            for k in xrange(600):
                add((i, k))
        else:
            show = snapshots[(i - 2) % len(snapshots)]
            for k in xrange(10):
                prefixes(name, show(target))
    run(body)
    print name, len(target)

d = {}
attempt('dict', d, lambda x: d.__setitem__(x, x), lambda d: d.keys(),
        lambda d: d.values(), lambda d: [k for k, v in d.items()], list,
        lambda d: d.copy())
e = {}
attempt('iterators', e, lambda x: e.setdefault(x, 1), lambda d: dict(d),
        lambda d: tuple(d), lambda d: d.viewkeys() | set(), frozenset, repr_keys)
f = {}
attempt('more of dict', f, lambda x: f.update([(x, x)]), dict.fromkeys, sorted,
        set, lambda d: set().union(d), lambda d: [k for k, in zip(d)],
        lambda d: set([(9, 9)]) ^ set(d))
s = set()
attempt('set', s, s.add, lambda s: s.copy(), list, frozenset, tuple, dict.fromkeys,
        repr_set)
q = deque()
attempt('deque', q, q.append, list, tuple, sorted, lambda q: deque(q), set)
l = []
attempt('list', l, l.append, lambda l: l[:], tuple, list, lambda l: l + [],
        lambda l: l * 1)
m = []
attempt('extend', m, lambda x: m.extend([x]), sorted, lambda l: [].__iadd__(l),
        lambda l: l[0:], lambda l: l[::1])
print sorted(set(bad))
