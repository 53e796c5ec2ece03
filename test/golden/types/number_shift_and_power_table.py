import operator as o

vals = [0, 1, -1, 3, 2 ** 31, 2 ** 62, -2 ** 62, 2 ** 63 - 1, -2 ** 63, 2 ** 64,
        -10 ** 30, 5L, True, -2.5]
for a in vals:
    for f in (o.lshift, o.rshift, o.pow):
        row = []
        for b in (0, 1, 2, 31, 62, 63, 64, 100, -1, 70L, True):
            try:
                row.append(repr(f(a, b)))
            except Exception as e:
                row.append('%s %s' % (type(e).__name__, e))
            for m in (0, 1, -1, 7, -7, 2 ** 63, 1.5):
                try:
                    row.append(repr(pow(a, b, m)))
                except Exception as e:
                    row.append('%s %s' % (type(e).__name__, e))
        print a, f.__name__, hash(' '.join(row))
