d = {}
for i in (5, 3, 8, 1, 16, 24, 32, 100, -1, -2, 7): d[i] = i
print d, d.keys(), d.values(), d.items()
for i in (8, 1, -1): del d[i]
print d
d[64] = 1
d[9] = 2
d[1] = 3
print d, list(d), [k for k in d]
e = dict((i * 7 % 31, i) for i in range(31))
print e.keys()
for i in range(0, 31, 2): del e[i]
print e.keys()
e.update({1000: 1, 500: 2})
print e
f = {}
for i in range(10, 0, -1): f[i * 1000003] = i
print f, f.copy(), dict(f)
