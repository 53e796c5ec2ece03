# every operator on every pair of numbers near the limits of the types; a
# digest of each row
import operator as o

vals = [0, 1, -1, 2, -7, 63, 64, -64, 2 ** 31, 2 ** 62 - 1, 2 ** 62, -2 ** 62,
        -2 ** 62 - 1, 2 ** 63 - 1, -2 ** 63, 2 ** 63, 2 ** 64 - 1, 10 ** 30,
        -3 ** 200, 5L, 0L, True, 1.5, -2.5, -0.0, 1e300, 9007199254740993, 1j]
ops = [o.add, o.sub, o.mul, o.div, o.floordiv, o.truediv, o.mod, divmod,
       o.and_, o.or_, o.xor, o.lt, o.le, o.eq, o.ne, o.gt, o.ge, cmp, coerce]
for f in ops:
    for a in vals:
        row = []
        for b in vals:
            try:
                row.append(repr(f(a, b)))
            except Exception as e:
                row.append('%s %s' % (type(e).__name__, e))
        print f.__name__, repr(a)[:40], hash(' '.join(row))
