print (1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio()
print (-1e10).as_integer_ratio(), (1.5).hex(), (0.1).hex(), (-0.0).hex()
print float('inf').hex(), (5e-324).hex(), (1.0).real, (1.5).imag, (1.5).conjugate()
print (1.5).__trunc__(), (1.5).__coerce__(1), (1.5).__getnewargs__()
print float.fromhex('0x1.8p+1'), float.fromhex('-0x.1p-3'), float.fromhex('inf')
print float.fromhex(' 0xABCD.ef '), float.fromhex('1p10'), float('1e5')
print float(' +1.5\n'), float('10'), float('.5'), float('5.'), float('INF')
print float('-Infinity'), float('NaN')
for f in (lambda: float.fromhex('zz'), lambda: float.fromhex('0x1p5000'),
        lambda: float('inf').as_integer_ratio(), lambda: float('nan').as_integer_ratio(),
        lambda: float('1e'), lambda: float('0x10'), lambda: float('1 2'), lambda: float('1\0'),
        lambda: float('--1')):
    try:
        print f()
    except (ValueError, OverflowError) as e:
        print type(e).__name__, e
print float.__getformat__('double'), (1.5).__format__('.3f'), (3.0).__divmod__(2)
print (3.0).__cmp__(1) if hasattr(1.0, '__cmp__') else 'no cmp', (1.0).__eq__(1)
print (1.0).__lt__('a')
