# Tuples of numbers, and what is no immediate number in them, live through
# collections.
import gc

def rest(*args):
    return args

def fresh(i):
    return [i]

kept = []
for i in range(60):
    kept.append((i, i + 0.5, -i))
    kept.append((i, None, True))
    kept.append((i, 'text %d' % i, 2 ** 70 + i))
    kept.append((0.0, i, 1e300 * i, i))
    kept.append(rest(i, i * 2))
    kept.append(rest(i, fresh(i), i, i))
    kept.append((i, i) + (fresh(i),))
    kept.append((i,) + (i + 1, i + 2, i + 3))
    kept.append(tuple([fresh(i), i, i]))
    kept.append(tuple([i] * 70))
    kept.append(rest(*([i, 'x%d' % i] * 40)))
    kept.append((i, i, i) * 2 + (i,))
    if i % 20 == 0:
        gc.collect()
junk = [['junk %d' % i, (i, i, i)] for i in range(3000)]
del junk
gc.collect()
for t in kept[-12:]:
    print t
print sum(len(t) for t in kept), hash(kept[7]), kept[-1] == (59,) * 7
print len(set(t for t in kept if not any(isinstance(x, list) for x in t)))
