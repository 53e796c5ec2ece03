print list((x, y) for x in range(3) if x for y in range(x) if y != 5)
print list(list(y for y in range(x)) for x in range(3))
def f(n): return (n * i for i in range(3))
print list(f(3)), sum(x for x in f(2))
g = (i for i in range(3))
print 1 in g, list(g)
print dict((k, v) for k, v in zip('ab', [1, 2])), ''.join(c for c in 'xyz' if c != 'y')
d = 5
h = (d + i for i in range(2))
d = 100
print list(h)
