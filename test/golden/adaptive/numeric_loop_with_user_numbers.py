class Money(object):
    def __init__(self, c): self.c = c
    def __add__(self, o): return Money(self.c + (o.c if isinstance(o, Money) else o))
    __radd__ = __add__
    def __mul__(self, k): return Money(self.c * k)
    def __cmp__(self, o): return cmp(self.c, getattr(o, 'c', o))
    def __repr__(self): return '$%s' % self.c
def total(xs, rate):
    s = 0
    for x in xs:
        if x > 2: s = s + x * rate
    return s
print total([1, 2, 3, 4], 2), total([1.5, 3.5], 2)
print total([Money(1), Money(3), Money(5)], 3), total([5, Money(7), 2.5], 2)
