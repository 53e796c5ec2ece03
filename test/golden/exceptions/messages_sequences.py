def t(f):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
l = [1]
tp = (1,)
s = 'a'
u = u'a'
d = {}
for q in l, tp, s, u, bytearray('a'), xrange(1), buffer('a'):
    t(lambda: q[5])
    t(lambda: q['x'])
    t(lambda: q[None])
    t(lambda: q[1.0])
    t(lambda: q[10 ** 30])
    t(lambda: q + 5)
    t(lambda: q * 'x')
    t(lambda: q * 1.5)
    t(lambda: q())
t(lambda: l.index(9))
t(lambda: l.remove(9))
t(lambda: [].pop())
t(lambda: l.pop(9))
t(lambda: tp.index(9))
t(lambda: s.index('z'))
t(lambda: s.join([1]))
t(lambda: s.join(5))
t(lambda: l.__setitem__(9, 1))
t(lambda: l.append())
t(lambda: l.append(1, 2))
t(lambda: l.insert(1))
t(lambda: s.split(1))
t(lambda: s.replace('a'))
t(lambda: d.get())
t(lambda: d.update(5))
t(lambda: d.update([1]))
t(lambda: d.update([(1, 2, 3)]))
t(lambda: dict(5))
t(lambda: l.extend(5))
t(lambda: l.sort(5))
t(lambda: l.sort(foo=1))
t(lambda: sorted(5))
t(lambda: list(5))
t(lambda: tuple(5))
t(lambda: set(5))
t(lambda: set([[]]))
