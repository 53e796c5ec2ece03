class S(object):
    def __init__(self): self.d = range(10)
    def __len__(self): return 10
    def __getitem__(self, i):
        if isinstance(i, slice): return i.indices(len(self))
        return 'item', i
s = S()
print s[-1], s[2:5], s[::-2], s[-3:], s['key'], s[1.5], s[None], s[1, 2], s[10 ** 20]
print list(reversed(S()))[:2]
class T(tuple):
    def __getitem__(self, i): return 'T', i
t = T([1, 2])
print t[0], t[0:1], list(t), t[::2]
