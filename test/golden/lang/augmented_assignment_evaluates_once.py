log = []
def idx():
    log.append('idx')
    return 0
def obj():
    log.append('obj')
    return l
l = [5, 6]
obj()[idx()] += 10
obj()[idx():idx() + 1] += [7]
print l, log
class P(object):
    def __init__(self): self.v = 1
    def me(self):
        log.append('me')
        return self
p = P()
log = []
p.me().v <<= 3
p.me().me().v **= 2
print p.v, log
d = {'a': [1]}
d['a'] += d['a']
print d
x = [0, 1, 2]
i = 0
i, x[i] = 1, 'set'
x[0] += 5
print i, x
