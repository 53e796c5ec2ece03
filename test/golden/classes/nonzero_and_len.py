class L(object):
    def __init__(self, n): self.n = n
    def __len__(self): print 'len', ; return self.n
class Z(L):
    def __nonzero__(self): print 'nonzero', ; return not self.n
print bool(L(0)), bool(L(2)), bool(Z(0)), bool(Z(1)), not L(0)
class P: pass
class Q(object): pass
print bool(P()), bool(Q())
class Bad(object):
    def __init__(self, r): self.r = r
    def __nonzero__(self): return self.r
    def __len__(self): return self.r
for r in 2, 'x', None, 1.0, -1:
    try:
        print bool(Bad(r)),
    except TypeError as e:
        print e
    try:
        print len(Bad(r))
    except (TypeError, ValueError) as e:
        print type(e).__name__, e
