class E: pass
def f(): pass
if 1: pass
for i in (): pass
while 0: pass
class S(object):
    def __getitem__(self, i): return i
s = S()
print s[...], s[1, ...], s[..., :], s[1:2, ::3], s[:], s[::], s[()], s[1,]
print f(), E.__name__
