class A(object):
    def __init__(self, r): self.r = r
    def __len__(self): return self.r
class O:
    def __len__(self): return -1
print len(''), len('abc'), len(u'\u20ac'), len([1, 2]), len(()), len({1: 2})
print len(set([1, 1])), len(xrange(5)), len(A(3)), len(A(True)), len(bytearray(4))
print len(buffer('ab'))
import sys
