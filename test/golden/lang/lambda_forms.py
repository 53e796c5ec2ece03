print (lambda: 7)(), (lambda *a, **k: (a, k))(1, z=2)
print map(lambda (a, b): a * b, [(1, 2), (3, 4)])
f = lambda x: lambda y: x - y
print f(10)(3), f.__name__, (lambda: 0).func_name
print sorted(['bb', 'a', 'ccc'], key=lambda s: -len(s))
g = lambda: (yield 5)
print list(g())
print [lambda: 1, 2][1], (lambda x=lambda: 3: x())()
