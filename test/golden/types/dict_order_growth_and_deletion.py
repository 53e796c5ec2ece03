d = {}
for i in range(100): d['key%d' % i] = i
for i in range(0, 100, 3): del d['key%d' % i]
for i in range(20): d['new%d' % (i * 7)] = i
print d.keys()[:15], len(d)
s = set('w%d' % i for i in range(50))
for i in range(0, 50, 2): s.discard('w%d' % i)
s.update(range(10))
print list(s)[:12], len(s)
e = dict.fromkeys(range(1000, 0, -37)); print e.keys()
f = {}
for i in (0, 8, 16, 24, 32, 40, 48): f[i] = 1
print f.keys(), f.popitem(), f.popitem(), f
