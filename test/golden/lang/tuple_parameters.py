def f(a, (b, (c, d)), e=5, (g, h)=(7, 8), *rest):
    return a, b, c, d, e, g, h, rest
print f(1, (2, (3, 4)))
print f(1, [2, 'xy'], 6, 'pq', 9, 10)
print (lambda (x, y), z: x + y + z)((1, 2), 3)
for args in (1, (2, 3)), (1, 2):
    try:
        print f(*args)
    except (TypeError, ValueError) as e:
        print type(e).__name__, e
print f.__code__.co_argcount, f.__code__.co_varnames[:4]
