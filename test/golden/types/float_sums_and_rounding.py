print sum([0.1] * 10), sum([0.1] * 10) == 1.0, 0.1 * 3, 1.1 + 2.2, 3.3 - 1.1, 1.0 / 7
print 22 / 7.0, 2.0 ** 0.5, 1e15 / 7, 1e17 / 7
print [round(x / 8.0, 1) for x in range(9)], ['%.1f' % (x / 8.0) for x in range(9)]
print [int(x * 1.1) for x in range(0, 50, 7)]
x = 0.0
for i in range(1, 20): x += 1.0 / i
print x, repr(x), str(x), '%.3f' % x, '%e' % x, '%g' % x, x * 1e10, x / 1e10
