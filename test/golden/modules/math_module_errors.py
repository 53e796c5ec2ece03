import math
class T(object):
    def __trunc__(self): return 'trunc'
    def __float__(self): return 4.0
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1),
        lambda: math.exp(1000), lambda: math.acos(2), lambda: math.pow(-8, 1 / 3.0),
        lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.factorial(-1),
        lambda: math.factorial(2.5), lambda: math.sqrt('x'), lambda: math.ldexp(1, 5000),
        lambda: math.gamma(-1), lambda: math.log(1, 1), lambda: math.cosh(1000),
        lambda: math.floor(1j), lambda: math.fsum([1e308, 1e308]), lambda: math.log(10, -1),
        lambda: math.atanh(1), lambda: math.trunc('a'), lambda: math.sin(),
        lambda: math.sin(float('inf')), lambda: math.hypot(1), lambda: math.log(None)):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
