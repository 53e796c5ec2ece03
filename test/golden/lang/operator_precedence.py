print 2 + 3 * 4 ** 2 ** 0, -2 ** 2, (-2) ** 2, 2 ** -1, ~1 + 2, - - 3, -+~5
print 1 << 2 + 1, 1 | 2 ^ 3 & 4, 6 & 3 == 2, 1 + 2 < 4 == True, not 1 in [0]
print 10 - 3 - 2, 2 * 3 % 4, 7 // 2 * 2, -7 // 2, 100 / 10 / 5, 1 < 2 and 2 < 3 or 1 / 0
print (lambda: 0 or 2 and 3)()
print 3 if 0 else 4 if 0 else 5, [1, 2][0] if 1 else 0, `1` + '2' * 2, not True == False
