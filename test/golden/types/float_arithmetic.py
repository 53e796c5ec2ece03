print 1.5 + 2, 7.0 // 2, -7.0 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(7.5, 2)
print divmod(-7.5, 2), divmod(7.5, -2), 2.0 ** 0.5, 2 ** -1, (-8.0) ** 3, 0.0 ** 0
print -0.0 % 5, 5 % -0.5
print 1e308 * 10 == float('inf'), 0.1 + 0.2 == 0.3, 1.0 == 1, 1 == 1.0 + 1e-17
print 1e16 + 1 == 1e16, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53
print 2 ** 53 + 1 > 2.0 ** 53, 10 ** 400 > 1e308, 10 ** 400 < float('inf')
print -10 ** 400 < -1e308
nan = float('nan')
print nan == nan, nan != nan, nan < 1, nan > 1, 1 < nan, cmp(nan, 1), max(1, nan)
print max(nan, 1), min(nan, 1), sorted([3, nan, 1])[0], nan in [nan], bool(nan)
print hash(1.0), hash(1.5), hash(0.1), hash(-0.0), hash(1e20) == hash(10 ** 20)
print hash(float('inf')), hash(float('-inf')), hash(nan)
print hash(2.0 ** 70) == hash(2 ** 70), hash(1e300), hash(-1.0)
print round(2.5), round(-2.5), round(0.5), round(1.25, 1), round(2.675, 2)
print round(1234.5678, -2), round(5, -1), round(1e300, 5), round(0.1, 400), round(-0.4)
print round(1e16 + 1), abs(-1.5), int(-1.5), long(1e20), round(5e15 + 0.5)
