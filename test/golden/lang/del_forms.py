a = b = c = 1
del a
del b, c
for n in 'abc':
    print n in globals(),
l = range(10)
del l[0], l[-1], l[2:4]
print l
del l[::2]
print l
d = {1: 2, 3: 4}
del d[1]
print d
class O: x = 1
o = O(); o.y = 1
del o.y
print hasattr(o, 'y')
del (l[0], [d[3]])
print l, d
try:
    del o.x
except AttributeError as e:
    print e
del O.x
print hasattr(o, 'x')
