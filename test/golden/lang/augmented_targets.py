class O(object): pass
o = O()
o.x = [1]
y = o.x
o.x += [2]
print y is o.x, o.x
d = {'k': 1}
d['k'] += 1; d['k'] <<= 4
print d
l = range(6)
l[1:3] += ['a']
print l
l[-1] *= 2
l[::2] *= 1
print l
d = {(1, 2): 0}
d[1, 2] += 3
print d
