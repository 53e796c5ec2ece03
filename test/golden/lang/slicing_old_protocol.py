class O:
    def __getslice__(self, i, j): return 'getslice', i, j
    def __setslice__(self, i, j, v): print 'setslice', i, j, v
    def __delslice__(self, i, j): print 'delslice', i, j
    def __getitem__(self, i): return 'getitem', i
    def __len__(self): return 10
class N(O, object): pass
import sys
for c in O, N:
    o = c()
    print o[1:3], o[:2], o[-3:-1], o[5:][2] == sys.maxint, o[1:5:2]
    print o[1:'a'] if c is O else o[1:2:None]
    o[1:2] = 'v'
    del o[-4:]
    o[2:3] += ('x',)
