class N(object):
    def __init__(self, v): self.v = v
    def __iadd__(self, o): return 'iadd %r' % o
    def __isub__(self, o): return NotImplemented
    def __sub__(self, o): return 'sub %r' % o
    def __imul__(self, o): self.v *= o; return self
    def __ipow__(self, o): return 'ipow %r' % o
    def __idiv__(self, o): return 'idiv %r' % o
    def __ifloordiv__(self, o): return 'ifloordiv %r' % o
    def __irshift__(self, o): return 'irshift %r' % o
a = N(1)
a += 2
print a
a = N(1)
a -= 2
print a
a = b = N(3)
a *= 2
print a is b, a.v
a = N(1)
a **= 5
print a
a = N(1)
a /= 5
print a
a = N(1)
a //= 5
print a
a = N(1)
a >>= 5
print a
try:
    a = N(1); a |= 3
except TypeError as e:
    print e
