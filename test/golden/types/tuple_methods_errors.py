t = (1, 2, 3, 2)
for f in (lambda: t.index(9), lambda: t[9], lambda: t + [1], lambda: (1,) < 5,
        lambda: hash(([],)), lambda: t.append(1), lambda: tuple(5), lambda: t['a'],
        lambda: t * t, lambda: t.index(1, 1, 2), lambda: tuple(1, 2), lambda: (1, 2)[2 ** 70]):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
