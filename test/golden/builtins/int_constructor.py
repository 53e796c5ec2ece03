print int(), int('42'), int(' -7 '), int('ff', 16), int('0xff', 16), int('0b101', 2)
print int('0o17', 8), int('017', 8), int('017', 0), int('0x1F', 0), int('z', 36)
print int(3.99), int(-3.99), int(2 ** 70), int('1' * 25), int(u'5'), int(True)
print int('+5'), int('-0'), int('1010', 2), int('077')
class A(object):
    def __int__(self): return 9
class T(object):
    def __trunc__(self): return 4
print int(A()), int(T()), int(x='3'), int('11', base=3), type(int(2 ** 62))
print type(int(2 ** 63)), int(1e18), type(int(1e19))
for a in (('x',), ('',), ('1.5',), ('8', 8), ('0x',), ('5', 1), ('5', 37), (None,), ([],),
        (5, 10), ('1 2',), ('--1',), (float('inf'),), ('1\0',), (1j,), ('5', 'a'), ('\xe9',),
        (u'\xe9',), ('0b2', 0)):
    try:
        print int(*a)
    except (ValueError, TypeError, OverflowError) as e:
        print type(e).__name__, e
