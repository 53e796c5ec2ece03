n = 2 ** 521 - 1
s = str(n)
print len(s), s[:20], s[-20:], long(s) == n, hex(n)[:12], int(hex(n)[:-1], 16) == n
print oct(n)[-10:], bin(n).count('1')
for base in 2, 3, 7, 10, 16, 32, 36:
    digits, m = '', 10 ** 30 + 12345
    while m:
        m, r = divmod(m, base)
        digits = '0123456789abcdefghijklmnopqrstuvwxyz'[r] + digits
    print base, digits, long(digits, base)
print '%d|%30d|%-30d|%x|%o|%+d' % (n % 10 ** 20, 10 ** 20, 10 ** 20, 10 ** 20, 10 ** 20,
    10 ** 20)
print '{:,} {:x} {:b} {:e}'.format(10 ** 20, 10 ** 20, 2 ** 65, 10 ** 20)
print format(10 ** 25, '>+30,d')
