print round(1.5), round(2.5), round(-1.5), round(0.5), round(-0.5), round(1.45, 1)
print round(2.675, 2), round(1e20), round(1234, -2), round(1250, -2), round(1.005, 2)
print round(5), type(round(5)), round(-0.0), round(0.49999999999999994)
print round(1e16 + 2, -1), round(123.456, 1L), round(number=2.7, ndigits=0), round(True)
print round(float('inf')), round(float('nan')), round(12345.6789, 300)
print round(12345.6789, -300), round(2 ** 70)
class F(object):
    def __float__(self): return 1.75
print round(F()), round(F(), 1)
for a in (('a',), (1.5, 'a'), (None,), (1j,), (1.5, 1.5), (1.7e308, -308)):
    try:
        print round(*a)
    except (TypeError, OverflowError) as e:
        print type(e).__name__, e
