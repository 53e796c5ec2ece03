print sum([1, 2, 3]), sum([]), sum([1.5, 2]), sum([1], 10), sum([[1], [2]], [])
print sum((1, 2L)), sum(x for x in range(4)), sum([True, True]), sum([1j, 2])
print sum([2 ** 62, 2 ** 62]), sum([0.1] * 10), sum([(1,), (2,)], ())
print sum({1: 'a', 2: 'b'}), sum([2 ** 63 - 1, 1]), sum([1e308, 1e308])
print sum([1, 2.5, 3L, True])
class A(object):
    def __radd__(self, o): return 'radd %r' % o
print sum([A()])
