class N:
    def __init__(self, v): self.v = v
    def __coerce__(self, o):
        print 'coerce', o
        if isinstance(o, int): return self.v, o
        return None
print N(3) + 4, 10 - N(3), N(3) * 2, N(7) < 9, N(7) == 7, cmp(N(1), 2)
try:
    N(3) + 'a'
except TypeError as e:
    print e
print coerce(N(2), 5)
class I:
    def __coerce__(self, o): return I(), I()
    def __add__(self, o): return 'add', o.__class__.__name__
    def __radd__(self, o): return 'radd'
print I() + 1, 1 + I()
