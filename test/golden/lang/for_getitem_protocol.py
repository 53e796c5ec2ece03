class S:
    def __getitem__(self, i):
        if i > 3: raise IndexError('stop')
        return i * i
for x in S(): print x,
print list(S()), 4 in S(), 5 in S(), max(S()), tuple(S())
class K:
    def __getitem__(self, i): raise KeyError(i)
try:
    for x in K(): pass
except KeyError as e:
    print 'KeyError', e
