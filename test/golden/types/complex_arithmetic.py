a, b = 1 + 2j, 3 - 1j
print a + b, a - b, a * b, a / b, -a, +a, abs(3 + 4j), a.conjugate(), a.real, a.imag
print a ** 2, a ** -1, a ** 0.5, a ** b, 2 ** a, a == 1 + 2j, a != b, bool(0j), bool(a)
print 1j, -1j, 1 - 0j, complex(0, -0.0), complex(-0.0, 0), (1e20 + 1e-5j), complex(1.5)
print complex('1+2j'), complex(' -3.5e2j '), complex('j'), complex('(1-1j)')
print complex(1, 2j), complex(1j, 1j), complex(float('inf'), float('nan'))
print repr(1j), str(1.1 + 2.2j), [0.1 + 0.2j], '%s %r' % (1j, 1j)
print '{0} {0:.2f} {1:>12}'.format(1.234 + 5.678j, 1j), format(1 + 2j, '+.1e')
print hash(1 + 0j), hash(1j), hash(1.5 + 2.5j), (1 + 0j) == 1, a in [1 + 2j]
