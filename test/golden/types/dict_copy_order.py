# Copies of dicts have the order that inserting in the old one's order gives.
def orders(d):
    e = {}
    e.update(d)
    f = {'x': 1}
    f.clear()
    f.update(d)
    for c in [d.copy(), dict(d), e, f, dict(d, **{}), dict(d.copy())]:
        print c.keys() == dict(d).keys(), c == d, len(c),
    c = d.copy()
    print c.keys(), c.values()
    c['new'] = 1
    print c == d, 'new' in d, c.pop('new'), c == d


for n in [0, 1, 4, 5, 6, 7, 20, 21, 22, 60]:
    d = {}
    for i in range(n):
        d[(i * 8 + 3) % 64 + i // 8] = i
    print n, len(d)
    orders(d)
    for k in d.keys()[::2]:
        del d[k]
    orders(d)
    d[8] = d[16] = d[0] = None
    orders(d)


class C(object):
    pass


c = C()
c.b = 1
c.a = 2
d = c.__dict__.copy()
c.b = 3
print sorted(d.items()), sorted(vars(c).items()), dict(vars(c)) == {'b': 3, 'a': 2}
del c.a
print dict(vars(c)), d
d = dict.fromkeys(range(100))
for i in range(95):
    del d[i]
print d.copy(), len(d.copy()), d.copy().popitem()
