def f(s, v=None):
    print s,
    return v
class L(list):
    def __setitem__(self, i, v):
        print 'set[%r]=%r' % (i, v),
l = L()
f('target', l)[f('index', 0)] = f('value', 5)
print
f('t1', l)[f('i1', 1)] = f('t2', l)[f('i2', 2)] = f('v', 7)
print
f('a', l)[f('b', 1)], f('c', l)[f('d', 2)] = f('e', 10), f('g', 20)
print
