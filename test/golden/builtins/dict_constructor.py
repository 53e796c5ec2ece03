print dict(), dict(a=1), dict({'a': 1}), dict([('a', 1)])
print dict({'a': 1}, b=2) == {'a': 1, 'b': 2}
print dict(['ab', (1, 2), [3, 4]]) == {'a': 'b', 1: 2, 3: 4}
class M(object):
    def keys(self): return ['k1', 'k2']
    def __getitem__(self, k): return k.upper()
print sorted(dict(M()).items()), sorted(dict(M(), k1='override').items())
print dict(x for x in [(1, 2)]), dict(zip('ab', 'cd')) == {'a': 'c', 'b': 'd'}
