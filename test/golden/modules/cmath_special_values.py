import cmath
inf, nan = float('inf'), float('nan')
vals = [0.0, -0.0, 1.0, -1.0, 2.5, 1e-310, 1e308, 711.0, inf, -inf, nan]
for name in ('acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh '
             'sqrt tan tanh').split():
    f = getattr(cmath, name)
    for a in vals:
        row = []
        for b in vals:
            try:
                row.append(repr(f(complex(a, b))))
            except Exception as e:
                row.append(str(e))
        print name, a, ' '.join(row)
