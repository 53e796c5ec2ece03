import math
def t(f):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
t(lambda: 10.0 ** 400); t(lambda: math.exp(1000)); t(lambda: int('x')); t(lambda: int('')); t(lambda: int('5', 3)); t(lambda: int('z', 37))
t(lambda: float('abc')); t(lambda: float('')); t(lambda: long('1.5')); t(lambda: complex('1+')); t(lambda: int(float('inf'))); t(lambda: int(float('nan')))
t(lambda: int('9' * 5 + 'x')); t(lambda: int([])); t(lambda: float({})); t(lambda: int(1, 2)); t(lambda: int('1\0')); t(lambda: float(10 ** 400)); t(lambda: (-1) ** 0.5)
t(lambda: math.sqrt(-1)); t(lambda: math.log(0)); t(lambda: math.factorial(-1)); t(lambda: math.factorial(1.5)); t(lambda: 1 << 10 ** 10 if 0 else 'skip'); t(lambda: chr(256)); t(lambda: unichr(-1)); t(lambda: ord('ab')); t(lambda: ord(''))
t(lambda: (1j) < 2); t(lambda: int(1j)); t(lambda: float(1j)); t(lambda: 1j // 0); t(lambda: 1j % 1); t(lambda: round('x')); t(lambda: abs('x')); t(lambda: 2 ** 0.5 % 0)
