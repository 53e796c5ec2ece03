import sys
M = sys.maxint
def ops(a, b):
    return a + b, a - b, a * b, -a, a << 1, abs(a), a ^ b
for a, b in ((M, 1), (-M - 1, 1), (M, M), (-M - 1, -1), (2 ** 62, 2 ** 62), (2 ** 62 - 1, 1),
        (-2 ** 62, -1), (2 ** 31, 2 ** 31), (2 ** 32, 2 ** 31), (3037000500, 3037000500),
        (4611686018427387904, 2)):
    print ops(a, b)
    print [type(x).__name__[0] for x in ops(a, b)]
