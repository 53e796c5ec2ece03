# Pairs that hold numbers only, and such that do not, survive collections.
import gc


def table(n):
    d = {}
    for i in range(n):
        d[i, i * 2] = (i, 0.5 * i), (2 ** 70 + i, i), (str(i), i), (None, i)
    return d


d = table(2000)
gc.collect()
junk = [(i, i + 1) for i in range(50000)]
del junk
gc.collect()
more = table(2000)
print d == more, len(d), d[1999, 3998], (1, 2) in d, (1, 3) in d
print sum(k[0] * k[1] for k in d), sum(v[1][0] for v in d.itervalues())
print zip(range(3), range(3)), list(enumerate([1.5, 2.5])), divmod(7, 2)
print {(1, 2): 3}.items(), [(True, 1), (-0.0, 1e300), (float('inf'), 5)]
