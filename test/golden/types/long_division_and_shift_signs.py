vals = [0L, 1L, -1L, 7L, -7L, 2 ** 31, -2 ** 31, 2 ** 63, -2 ** 63, 2 ** 64 + 1, -2 ** 64 - 1,
    10 ** 25, -10 ** 25]
for a in vals:
    print a,
    for b in vals:
        if b: print divmod(a, b),
    print a >> 1, a >> 40, a << 3, a >> 64, a & 0xFF, ~a
print sorted(vals), max(vals), [hash(v) for v in vals]
