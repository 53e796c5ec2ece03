print 5 & 3, 5 | 3, 5 ^ 3, ~5, -1 & 0xff, -8 >> 1, -1 >> 100, 1 << 62, 1 << 63, 1 << 64
print -1 << 63
print 1L << 3, 0xFFFFFFFFFFFFFFFF & ~0xff, (1 << 70) >> 68, -5 | 2 ** 65, -5 ^ 2 ** 65
print ~(2 ** 64)
print True & True, True | 2, True ^ True, ~True, type(True & False), type(True & 1)
