class Mod7(int):
    def __add__(self, o): return Mod7((int(self) + int(o)) % 7)
    __radd__ = __add__
    def __lt__(self, o): return int(self) < int(o) - 1
def total(xs):
    t = 0
    for x in xs: t = t + x
    return t
print total(range(10)), total([Mod7(5), Mod7(6)]), total([1, 2, Mod7(6)])
print type(total([1, Mod7(1)])).__name__
def count(limit):
    n = limit.__class__(0)
    k = 0
    while n < limit and k < 20:
        n = n + 1
        k += 1
    return n, k
print count(5), count(Mod7(5)), count(5.0)
