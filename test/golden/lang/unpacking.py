a, b = 1, 2
a, b = b, a
print a, b
[c, d] = 'xy'
(e, (f, [g])) = 1, (2, (3,))
print c, d, e, f, g
x = y = z = []
x.append(1)
print y is z, z
h, = [7]
print h
a = [1, 2, 3]
i = 0
i, a[i] = 1, 9
print i, a
