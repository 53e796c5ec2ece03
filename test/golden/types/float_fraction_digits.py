import random
random.seed(5)
out = []
for i in range(300):
    k = i % 5
    x = random.random() * 10 ** random.randint(-6, 17) if k < 3 else random.randint(0, 10**6) / 8.0 if k == 3 else random.randint(-1000, 1000) + 0.5
    if i % 2: x = -x
    out.append(' '.join(['%f' % x, '%.2f' % x, '%.0f' % x, '%.15f' % x, '%.1f' % x, '%10.3f' % x, '%+.3f' % x, '{0:.2f}'.format(x), repr(round(x, 2)), '%.5f' % (x / 1e9), format(x, '.3f'), '%.16f' % x]))
print '\n'.join(out)
for x in (0.5, 1.5, 2.5, 0.125, 0.375, 1e15 + 0.5, 2.0**52 + 0.5, 2.0**53, 1e-20, 5e-324, 1e22, 0.045, 1.005, 2.675, 9.995, 99.995, 0.0, -0.0, float('inf'), 999999.9999999):
    print '%.0f %.1f %.2f %f %.15f' % (x, x, x, x, x), u'%.2f' % x, [round(x, n) for n in range(-3, 5)]
