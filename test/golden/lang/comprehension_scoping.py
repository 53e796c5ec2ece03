x = 'outer'
s = {x for x in 'aab'}
d = {x: i for i, x in enumerate('ab')}
g = list(x for x in 'pq')
print x, sorted(s), sorted(d.items()), g
print [(i, j) for i in range(4) if i % 2 for j in range(i) if j != 1]
print sorted({i + j for i in range(3) for j in range(3)})
print {k: [v for v in range(k)] for k in range(3)}
fs = [lambda: i for i in range(3)]
print [f() for f in fs]
gs = list((lambda: i) for i in range(3))
print [g() for g in gs]
