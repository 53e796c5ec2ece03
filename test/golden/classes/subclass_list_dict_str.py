class L(list):
    def __init__(self, *a): list.__init__(self, a); self.x = 1
    def append(self, v): list.append(self, v * 2)
    def __len__(self): return 99
l = L(1, 2)
l.append(3)
print l, l.x, len(l), l + [1], type(l + []), l[0:2], type(l[:]), l == [1, 2, 6], bool(l)
print list(l), type(l * 2), sorted(l)
class D(dict):
    def __missing__(self, k): return 'missing %r' % (k,)
    def __getitem__(self, k): return 'get ' + str(dict.__getitem__(self, k))
d = D(a=1)
print d['a'], d['zz'], d.get('zz'), d.get('a'), 'zz' in d, dict(d), d.values()
print '%(a)s %(q)s' % d
class S(str):
    def __eq__(self, o): return 'S eq'
    def upper(self): return 'my upper'
    __hash__ = str.__hash__
s = S('abc')
print s == 1, s.upper(), s.lower(), type(s.lower()), s + 'd', type(s + 'd')
print {'abc': 1}[s], s[1:], ','.join([s, s]), 'abc' == s
class T(tuple): pass
print T((1, 2)), T() == (), type(T((1,)) + (2,)), T([1])[0], {(1,): 2}[T([1])]
class U(unicode): pass
print repr(U('a')), type(U('a') + 'b'), U(u'\xe9').encode('utf-8')
