print range(3), range(1, 4), range(0, 10, 3), range(3, 0, -1), range(0), range(-3)
print range(5, 0), range(2L), range(2 ** 63, 2 ** 63 + 2)
print xrange(3), list(xrange(1, 7, 2)), len(xrange(0, 100, 7)), xrange(10)[2]
print xrange(10)[-3], list(xrange(5, 0, -2)), [x for x in xrange(-2, 2)]
x = xrange(3)
print list(x), list(x), x[0], 2 in x, list(reversed(x))
