# Numbers in fields: grouped and not, padded on all sides, of all lengths.
specs = ['', 'd', '5', '<6', '>6', '^7', '=+6', '06', '+', ' ', 'x', '#x', '#010x',
         'X', 'o', '#b', ',', '012,', '+,d', '*^9', 'c', '\0<4', '-=8', 'n', '0>7',
         '0=7', '0<7', '0^7']
for n in [0, 7, -7, 65, 123456, -123456, 2 ** 63 - 1, 2 ** 63, 2 ** 64 - 1, 2 ** 64,
          10 ** 19, 10 ** 19 - 1, 10 ** 38, -10 ** 38 + 1, 2 ** 200, 3L, True]:
    row = []
    for s in specs:
        try:
            row.append(format(n, s))
        except (ValueError, OverflowError) as e:
            row.append(type(e).__name__)
    print row, str(n), repr(n), '%d|%05d|%+d|%x' % (n, n, n, abs(n))
for x in [0.0, -0.0, 1.5, -2.25, 1e10, 1e300, float('inf'), -float('inf'), float('nan')]:
    print [format(x, s) for s in ['', '.2f', '8.2f', '<8.1f', '^9.1e', '+.3g', '08.2f',
                                  '=8.1f', '*>9.1%', ',.2f', '#<12', '0=9.2f', '0<9.2f']]
print [format(2 - 1.5j, s) for s in ['', '.1f', '>12', '<12.1f', ',.1f']]
try:
    format(1, '9999999999999999999')
except ValueError as e:
    print e
print len(format(1, '100000')), len('{0:<1000}{1:^1000}'.format(1, 2.5))
