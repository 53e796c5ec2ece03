print cmp(1, 2), cmp(2, 1), cmp(1, 1), cmp('a', 'b'), cmp([1, 2], [1, 3])
print cmp((1,), (1, 0)), cmp(1, 1.0), cmp({}, {1: 2}), cmp(None, 0)
class A(object):
    def __init__(self, v): self.v = v
    def __cmp__(self, o): return self.v - getattr(o, 'v', o)
print cmp(A(3), A(1)), cmp(A(1), 5), cmp(5, A(1))
class L(object):
    def __lt__(self, o): return True
    def __gt__(self, o): return False
    def __eq__(self, o): return False
print cmp(L(), L()), cmp(L(), 1), cmp(1, L())
class E(object):
    def __eq__(self, o): raise KeyError('eq')
try:
    cmp(E(), 1)
except KeyError as e:
    print e
x = E()
print cmp(x, x)
