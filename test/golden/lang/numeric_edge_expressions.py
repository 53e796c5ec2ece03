import sys
print -7 // 2, -7 % 2, 7 // -2, 7 % -2, -7.0 // 2, int(-3.5), -3 ** 2, (-3) ** 2
print 2 ** -1, 0 ** 0, 0.0 ** 0
print sys.maxint + 1 - 1 == sys.maxint, type(sys.maxint + 1 - 1)
print -sys.maxint - 1 == -(sys.maxint + 1), 1e308 * 10, -1e308 * 10
print 3 + 4j == 4j + 3, 1 == True == 1.0, 0 == False, 0.1 + 0.2, 1e16 + 1, 10 ** 20 / 3
print 10 ** 20 % 3, -10 ** 20 // 3
print 1 / 3.0, 2 / 3., 100 / 3., 1e-7, 123456789.0 * 10, 5e-324 / 2, 0xFFFFFFFF + 1
print 1 << 63 >> 63, ~sys.maxint
print True + True, True * 3.5, -True, +False, not 0, not not 'x', 5 and 0 or 7
