a, b, c = 1, 2, 3
a, b, c = c, a, b
print a, b, c
l = [1, 2, 3, 4]
l[0], l[-1] = l[-1], l[0]
print l
l[l[0] % 4], l[0] = 'i', 'j'
print l
x = [0, 1, 2]
i = 0
i, x[i] = 2, 'n'
print i, x
x[0], x[1], x[2] = x[2], x[0], x[1]
print x
