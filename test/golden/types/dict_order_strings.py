d = {}
for w in 'the quick brown fox jumps over the lazy dog and runs away from a very angry bear'.split(): d[w] = len(w)
print d
for w in 'fox dog bear quick'.split(): del d[w]
print d.keys()
d['fox'] = 'again'; d['zebra'] = 1
print d.items()
print {'a': 1, 'b': 2, 'c': 3, 'A': 4, '': 5, 'aa': 6}, {u'\xe9': 1, u'abc': 2, 'abc': 3}
print dict(one=1, two=2, three=3, four=4, five=5, six=6), dict(zip('hgfedcba', range(8)))
class C: pass
c = C()
for n in 'gamma alpha beta delta'.split(): setattr(c, n, 1)
print c.__dict__, vars(c).keys()
def f(**kw): return kw
print f(x=1, y=2, z=3, width=4, height=5)
