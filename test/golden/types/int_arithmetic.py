import sys
m = sys.maxint
print m + 1, -m - 2, m * m, m * 2, (m + 1) / 2, type((m + 1) / 2), -m - 1, type(-m - 1)
print (-m - 1) / -1, abs(-m - 1), (-m - 1) % -1, -(-m - 1)
print 7 / 2, -7 / 2, 7 % -2, -7 % 2, divmod(-7, 2), divmod(7, -2), divmod(-7L, 2), 7 // -2L
print 2 ** 10, 2 ** 62, 2 ** 63, 2 ** 64, (-2) ** 63, 0 ** 0, 3 ** -2, (-3) ** 3
print pow(3, 200, 1000), pow(2, 10, -7), pow(-3, 3, 10), 10 ** 18 * 10
print 1 + True, True + True, False * 5, True / 2, m & -1, m ^ -1, ~m
print int(3.9), int(-3.9), int('  12\n'), int('-0x1f', 16), int('z', 36), int('0o17', 0)
print int('1' * 30), int(1e20), int(True)
