from collections import OrderedDict, Mapping, Sequence, Iterable, Callable, Hashable, Sized, MutableMapping, Set
o = OrderedDict([('z', 1), ('a', 2)])
o['m'] = 3
o['z'] = 9
print o, o.keys(), o.items(), list(reversed(o)), o.popitem(), o.popitem(last=False), o
print OrderedDict(a=1), o == {'a': 2}
print OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]), o.copy()
print OrderedDict.fromkeys('ba'), len(o)
del o['a']
o.update([('q', 1), ('p', 2)])
print o.pop('q'), o.pop('none', 'd'), o.setdefault('r', 4), o, o.values()
print isinstance({}, Mapping), isinstance([], Sequence), isinstance('', Sequence)
print isinstance(5, Iterable), isinstance(len, Callable), isinstance([], Hashable)
print isinstance(set(), Sized), isinstance({}, MutableMapping)
print issubclass(dict, Mapping), isinstance(frozenset(), Set)
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(sorted(self.d))
    def __len__(self): return len(self.d)
m = M()
m['b'] = 1
m.update(a=2)
print m.keys(), m.items(), m.get('x'), 'a' in m, m.pop('a'), m.setdefault('z', 5)
print m == {'b': 1, 'z': 5}, list(m.itervalues())
m.clear()
print len(m)
class S(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
s = S(); print list(s), 10 in s, s.index(20), s.count(0), list(reversed(s))
try:
    Mapping()
except TypeError as e:
    print e
