for a, (b, c) in [(1, (2, 3)), (4, 'xy')]:
    print a, b, c
d = {}
for d['k'] in range(3): pass
print d
class O: pass
o = O()
for o.attr in 'ab': print o.attr,
print
l = [0, 0, 0, 0]
for l[1:3] in ('xy', [9]): print l
for i, l[i % 3] in enumerate('pq'): print l
for [x, y], in [((1, 2),)]: print x, y
