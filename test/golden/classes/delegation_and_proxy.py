class Proxy(object):
    def __init__(self, t): object.__setattr__(self, '_t', t)
    def __getattr__(self, n): print 'get', n; return getattr(self._t, n)
    def __setattr__(self, n, v): print 'set', n; setattr(self._t, n, v)
    def __len__(self): return len(self._t)
    def __iter__(self): return iter(self._t)
p = Proxy([3, 1, 2])
p.sort()
print list(p), len(p), p.index(2)
class T(object): pass
t = T()
q = Proxy(t)
q.z = 5
print t.z, q.z
try:
    q.none
except AttributeError as e:
    print e
