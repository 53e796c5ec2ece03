print pow(2, 10), pow(2, -1), pow(2.0, 3), pow(2, 0.5), pow(3, 4, 5), pow(-3, 3, 7)
print pow(3, 4, -5), pow(2, 100, 10 ** 9), pow(0, 0), pow(2L, 3), pow(2, 3L, 5L)
print pow(1j, 2), pow(True, 2), pow(7, 0, 1), pow(5, 3, 1), pow(10, 50), pow(-2, 63)
print pow(-2, 64)
class P(object):
    def __pow__(self, o, m=None): return 'pow', o, m
    def __rpow__(self, o): return 'rpow', o
print pow(P(), 2), pow(P(), 2, 3), pow(2, P()), P() ** 5
for a in ((2, 3, 0), (2, -1, 5), (2.0, 3, 5), (0, -1), (0.0, -1), (-8, 1 / 3.0), ('a', 2),
        (2, 'a'), (1e200, 2), (2, 3, 'x'), (10.0, 400)):
    try:
        print pow(*a)
    except Exception as e:
        print type(e).__name__, e
