def show(*a, **k): return a, sorted(k.items())
class It(object):
    def __iter__(self):
        print 'iterated'
        return iter([1, 2])
class Mp(object):
    def keys(self): print 'keys'; return ['a']
    def __getitem__(self, k): print 'item', k; return 3
print show(0, b=1, *It(), **Mp())
l = [1]
print show(*l + [2])
class Bad(object):
    def __iter__(self): raise ValueError('in iter')
for f in (lambda: show(*Bad()), lambda: show(**{'a': 1}.items())):
    try:
        f()
    except Exception as e:
        print type(e).__name__, e
