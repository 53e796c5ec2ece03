class L(list):
    def __getitem__(self, i): return 'item %r' % (i,)
    def __len__(self): return 3
    def __iter__(self): return iter('abc')
    def append(self, x): list.append(self, [x])
    def __contains__(self, x): return x == 'magic'
def use(l):
    l.append(9)
    return l[0], len(l), [x for x in l], 'magic' in l, l[-1], sum(1 for _ in l)
print use([1, 2]), use(L([1, 2]))
class D(dict):
    def __getitem__(self, k): return dict.__getitem__(self, k) * 2 if k in self.keys() else 'none'
    def __setitem__(self, k, v): dict.__setitem__(self, k, v + 1)
    def get(self, k, d=None): return 'get!'
def used(d):
    d['a'] = 1
    d['a'] += 1
    return d['a'], d.get('a'), sorted(d.items())
print used({}), used(D())
