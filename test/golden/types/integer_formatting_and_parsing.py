for n in (0, 7, -7, 255, 2 ** 31, -2 ** 31, 2 ** 63 - 1, 2 ** 64):
    print n, '%5d|%-5d|%05d|%x|%o|%+d' % ((n,) * 6), hex(n), oct(n), bin(n), str(n)
    print repr(n), '{:,}'.format(n)
for s in ('12', ' 12 ', '-5', '+5', '0012', '0x1f', '1e5', '', '1 2', '12L'):
    try:
        print repr(s), int(s)
    except ValueError as e:
        print e
