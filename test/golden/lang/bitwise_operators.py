print 5 & 3, 5 | 3, 5 ^ 3, ~5, -1 & 0xff, -8 >> 1, -1 >> 100, 1 << 62, 1 << 63, 1 << 64, -1 << 63
print 1L << 3, 0xFFFFFFFFFFFFFFFF & ~0xff, (1 << 70) >> 68, -5 | 2 ** 65, -5 ^ 2 ** 65, ~(2 ** 64)
print True & True, True | 2, True ^ True, ~True, type(True & False), type(True & 1)
for f in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1L << -1, lambda: 1.0 & 1, lambda: 1 << 1.0, lambda: ~1.5, lambda: '' | ''):
    try:
        f()
    except (ValueError, TypeError) as e:
        print e
