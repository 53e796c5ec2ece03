from UserDict import UserDict, DictMixin
from UserList import UserList
from UserString import UserString
d = UserDict({'a': 1})
d['b'] = 2
print d, len(d), 'a' in d, d.data, sorted(d.keys()), d.get('z'), UserDict(x=1)
l = UserList([3, 1, 2])
l.append(0)
l.sort()
print l, l[1:3], l + [9], 3 in l, type(l[:]), l == [0, 1, 2, 3]
s = UserString('abc')
print s.upper(), s + 'd', s == 'abc', len(s), s[1], type(s[0:1]), s * 2, 'b' in s
class M(DictMixin):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def keys(self): return sorted(self.d)
m = M()
m['x'] = 1
m.update(y=2)
print m.items(), m.get('q', 0), m.pop('x'), m.has_key('y'), list(m.iteritems())
print m.setdefault('z', 3), len(m), repr(m)
