class O:
    def __init__(self, v): self.v = v
    def __add__(self, o): return O(self.v + o)
    def __isub__(self, o): self.v -= o; return self
    def __repr__(self): return 'O(%r)' % self.v
a = b = O(5)
a += 1
print a, b
b -= 1
print b
try:
    b *= 2
except (TypeError, AttributeError) as e:
    print type(e).__name__, e
