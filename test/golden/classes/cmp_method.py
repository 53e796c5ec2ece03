class N(object):
    def __init__(self, v): self.v = v
    def __cmp__(self, o):
        if not isinstance(o, N): return NotImplemented
        return cmp(self.v, o.v)
    def __repr__(self): return 'N%d' % self.v
print N(1) < N(2), N(1) == N(1), N(3) > N(2), N(1) != N(1), N(2) <= N(1), cmp(N(1), N(5))
print sorted([N(3), N(1), N(2)]), max(N(1), N(7)), N(2) in [N(1), N(2)]
class Big(object):
    def __cmp__(self, o): return 1000
print cmp(Big(), 1), cmp(1, Big()), Big() > 0
class Bad(object):
    def __cmp__(self, o): return 'x'
try:
    Bad() < 1
except TypeError as e:
    print e
class Both(object):
    def __cmp__(self, o): print 'cmp', ; return 0
    def __eq__(self, o): print 'eq', ; return False
print Both() == 1, Both() < 1, Both() != 1
