from itertools import groupby, izip, count, islice
rows = [('fruit', 'apple', 3), ('fruit', 'pear', 2), ('veg', 'leek', 5), ('fruit', 'fig', 1)]
for kind, group in groupby(sorted(rows), key=lambda r: r[0]):
    items = list(group)
    print kind, len(items), sum(i[2] for i in items), [i[1] for i in items]
for kind, group in groupby(rows, lambda r: r[0]): print kind, [r[1] for r in group]
print [(k, len(list(g))) for k, g in groupby('mississippi')]
print ''.join(k for k, g in groupby('aabbccaa'))
print list(izip(count(1), 'abc')), list(islice((x * x for x in count()), 5, 10, 2))
