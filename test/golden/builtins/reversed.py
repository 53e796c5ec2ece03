print list(reversed([1, 2, 3])), list(reversed('abc')), list(reversed((1,)))
print list(reversed(xrange(4))), list(reversed([])), ''.join(reversed(u'ab'))
class R(object):
    def __reversed__(self): return iter(['custom'])
class S(object):
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
class O:
    def __len__(self): return 2
    def __getitem__(self, i): return i
print list(reversed(R())), list(reversed(S())), list(reversed(O()))
r = reversed([1, 2])
print next(r), iter(r) is r, list(r), next(r, 'end')
for x in ({}, set(), 5, iter([]), (i for i in [])):
    try:
        reversed(x)
    except TypeError as e:
        print e
