class D(dict):
    def __setitem__(self, k, v):
        print 'set', k, v
        dict.__setitem__(self, k, v)
    def __getitem__(self, k):
        print 'get', k
        return dict.__getitem__(self, k)
    def __delitem__(self, k):
        print 'del', k
        dict.__delitem__(self, k)
d = D(a=1)
d['b'] = 2
d['b'] += 3
d['c'], d['a'] = 'xy'
del d['c']
print sorted(d.items()), d.get('a')
d.update(z=1); d.setdefault('q', 5)
print 'pop', d.pop('z'), sorted(d)
