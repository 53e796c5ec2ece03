a, b = 1 + 2j, 3 - 1j
for f in (lambda: a < b, lambda: complex('1+ 2j'), lambda: complex(''), lambda: int(a),
        lambda: 0j ** -1, lambda: 0j ** 1j, lambda: 1 / 0j, lambda: pow(1j, 2, 3),
        lambda: cmp(1j, 2), lambda: divmod(1j, 0), lambda: '%d' % 1j, lambda: '%f' % 1j,
        lambda: format(1j, 'd'), lambda: complex([]), lambda: 1j % 2, lambda: format(1j, '=5'),
        lambda: sorted([1j, 2j]), lambda: 1j << 1):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
