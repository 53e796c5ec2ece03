import cmath
print cmath.sqrt(-1), cmath.exp(1j * cmath.pi), cmath.log(-1), cmath.log10(100j)
print cmath.phase(1j), cmath.polar(1 + 1j), cmath.rect(2, cmath.pi / 2), cmath.sin(1j)
print cmath.cos(1 + 1j), cmath.tan(0.5j), cmath.asin(2), cmath.acos(2)
print cmath.atan(1 + 1j), cmath.sinh(1j), cmath.cosh(1j), cmath.tanh(1j)
print cmath.asinh(1j), cmath.acosh(-1), cmath.atanh(2), cmath.isnan(complex('nan'))
print cmath.isinf(complex('inf')), cmath.e, cmath.log(8, 2)
for f in (lambda: cmath.log(0), lambda: cmath.exp(1000), lambda: cmath.sqrt('x'),
        lambda: cmath.atanh(1), lambda: cmath.rect(1)):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
