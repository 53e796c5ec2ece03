import math
print math.pi, math.e, math.sqrt(2), math.floor(-2.5), math.ceil(2.1), math.fabs(-3)
print math.pow(2, 10), math.exp(1), math.log(10), math.log(8, 2), math.log10(1000)
print math.log1p(1e-10), math.expm1(1e-10), math.sin(1), math.cos(1), math.tan(1)
print math.asin(1), math.acos(0), math.atan(1), math.atan2(-1, -1), math.sinh(1)
print math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5)
print math.hypot(3, 4), math.degrees(math.pi), math.radians(180)
print math.factorial(20), math.factorial(25), math.fmod(-7, 3), math.modf(-2.5)
print math.frexp(10), math.ldexp(0.5, 4), math.trunc(-2.7), math.fsum([0.1] * 10)
print math.isnan(float('nan')), math.isinf(float('-inf')), math.copysign(1, -0.0)
print math.gamma(5.5), math.lgamma(10), math.erf(0.5), math.erfc(0.5)
print type(math.floor(2)), math.log(10 ** 400), math.log10(10 ** 350), math.ceil(-0.5)
print math.floor(10 ** 20), math.sqrt(10 ** 300)
class T(object):
    def __trunc__(self): return 'trunc'
    def __float__(self): return 4.0
print math.trunc(T()), math.sqrt(T())
