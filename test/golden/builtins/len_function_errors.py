class A(object):
    def __init__(self, r): self.r = r
    def __len__(self): return self.r
class O:
    def __len__(self): return -1
import sys
for f in (lambda: len(5), lambda: len(A(-1)), lambda: len(A('x')), lambda: len(A(1.5)),
        lambda: len(A(2 ** 70)), lambda: len(O()), lambda: len(), lambda: len(iter([])),
        lambda: len(A(None)), lambda: len(A(2L))):
    try:
        print f()
    except (TypeError, ValueError, OverflowError) as e:
        print type(e).__name__, e
