l = [1, 2, 3, 4, 5]
for x in l:
    if x % 2 == 0: l.remove(x)
print l
l = [1, 2, 3]
for x in l:
    if len(l) < 8: l.append(x * 10)
print l
l = range(10)
seen = []
for x in l:
    seen.append(x)
    del l[-1]
print seen, l
l = [1, 2, 3]
for x in l:
    print x,
    l[:] = []
print l
l = [1, 2, 3]
for i, x in enumerate(l):
    if i < 5: l.insert(0, 'n')
print l
for x in l: l = ['rebound']
print l
