d = {1: 1, 2: 2}
for change in (lambda: d.__setitem__(99, 1), lambda: d.pop(1), lambda: d.clear()):
    try:
        for k in d: change()
    except RuntimeError as e:
        print e
d = {1: 1, 2: 2}
for k in d: d[k] = k * 10
print d
for k in d.keys(): del d[k]
print d
d = {1: 1}
it = d.iteritems()
print it.__length_hint__(), next(it), next(it, 'end'), it.__length_hint__()
d[2] = 2
print next(it, 'still end')
it = iter(d); d[3] = 3
try:
    next(it)
except RuntimeError as e:
    print e
s = set([1, 2])
try:
    for x in s: s.add(x + 10)
except RuntimeError as e:
    print e
