from fractions import Fraction as F, gcd
print F(1, 3) + F(1, 6), F('3/4') * 2, F('0.125'), F(2.5), repr(F(-6, 4)), gcd(12, 18)
print F(7, 2) // 1, F(7, 2) % 1, F(1, 2) ** 3, F(1, 2) == 0.5, F(3, 2) > 1, sum([F(1, n) for n in range(1, 6)])
print F(355, 113).limit_denominator(10), float(F(1, 3)), int(F(7, 2)), hash(F(5)) == hash(5), F.from_decimal(3)
for bad in ((1, 0), ('x',), ([],), (1.5, 2)):
    try:
        print F(*bad)
    except (ZeroDivisionError, ValueError, TypeError) as e:
        print type(e).__name__, e
