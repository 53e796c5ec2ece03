import sys
least = -sys.maxint - 1
print repr(least % -1), divmod(least, -1), repr(least / -1), repr(-5 % -1)
print repr(least.__mod__(-1)), repr(least // -1), repr(least * -1)
for n in (-1, 1):
    print [(repr(a / n), repr(a % n)) for a in (least, least + 1, 0)]
print range(sys.maxint - 1, sys.maxint + 2), range(0, 2 ** 64, 2 ** 63)
print range(3L), range(-2 ** 63 - 1, -2 ** 63 + 1), range(5, -2 ** 64, -2 ** 63)
