import operator as o
l = [1, 2, 3]
o.setitem(l, 0, 'x')
o.delitem(l, 1)
o.setslice(l, 0, 1, ['p', 'q'])
o.delslice(l, 0, 1)
l2 = l
l2 = o.iadd(l2, ['z'])
class P(object):
    def __init__(self, a, b): self.a, self.b = a, b
    def m(self, *x, **k): return x, k
p = P(1, P(2, 3))
for f in (lambda: o.add(1, 'a'), lambda: o.add(1), lambda: o.itemgetter(5)('ab'),
        lambda: o.attrgetter('zz')(p), lambda: o.itemgetter(), lambda: o.indexOf([], 1),
        lambda: o.index(1.5), lambda: o.methodcaller('nope')(p), lambda: o.concat(1, 2),
        lambda: o.repeat([1], 'a')):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
