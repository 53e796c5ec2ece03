print float(), float(5), float('1.5'), float('  -2e3 '), float(10 ** 20), float(True)
print float('inf'), float(u'3.5'), float('1e-320')
print float('123456789012345678901234567890'), float('.5e1'), float('0x' and '7')
class F(object):
    def __float__(self): return 2.5
class G(float): pass
print float(F()), float(G(1.5)), type(float(G(1.5)))
for x in ('', 'x', '1.2.3', None, [], '1e', 'in f', '1,5', 10 ** 400, 1j, '\xe9', u'\u20ac'):
    try:
        print float(x)
    except (ValueError, TypeError, OverflowError) as e:
        print type(e).__name__, e
