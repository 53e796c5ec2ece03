a, b = 123456789012345678901234567890, 987654321098765432109876543210
print a + b, b - a, a - b, a * b, b / a, b % a, divmod(-b, a), divmod(b, -a)
print a ** 5, -a // 7, -a % 7, a & b, a | b, a ^ b, ~a, a << 100, b >> 50, -a >> 3
print -a & 0xffff, -a | 1, a & -b
print pow(a, b, 10 ** 9 + 7), pow(3, a, 1000000007), a < b, a == a + 0, cmp(b, a)
print float(a), a == float(a), a / 1e10, int(float(a))
print long('123' * 20), long('-ff', 16), long('1' * 50, 2), long(1e30), long(' 77 ')
print `long('7')`, 10L ** 50 / 10L ** 48, (10 ** 40) % (10 ** 20 - 1)
print sum(range(100)) * 10 ** 20, reduce(lambda x, y: x * y, range(1, 30))
print a.bit_length(), (-a).__abs__() == a, (2 ** 200) / (2 ** 199), 5L // 2.0
print 2 ** 100 * 1.5
