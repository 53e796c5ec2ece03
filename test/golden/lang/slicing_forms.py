class S(object):
    def __getitem__(self, i): return i
    def __setitem__(self, i, v): print 'set', i, v
    def __delitem__(self, i): print 'del', i
s = S()
print s[1:2], s[:], s[1:], s[:-1], s[::2], s[1:2, 3], s['a':None:()]
s[1:2] = 5
s[::] = 6
s[...] = 7
s[1, 2:3] = 8
del s[0], s[:1], s[::-1]
l = range(5)
print l[slice(1, 3)], l[-2:], l[::-1], l[10:], l[3:1], l[-100:2], 'hello'[1:-1:2]
print (1, 2, 3)[::2]
