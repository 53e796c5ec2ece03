def t(s, r):
    print s,
    return r
class C(object):
    def __getitem__(self, i): print 'get', i, ; return 10
    def __setitem__(self, i, v): print 'set', i, v
    def __getattr__(self, n): print 'getattr', n, ; return 5
    def __setattr__(self, n, v): print 'setattr', n, v
c = C()
t('obj', c)[t('idx', 3)] += t('val', 4)
t('obj', c).name *= t('val', 6)
c[1:2] += 7
