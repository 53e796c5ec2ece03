class I(object):
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
l = range(10)
print l[I(3)], l[I(-1)], l[I(1):I(4)], 'abc'[I(1)], (1, 2)[I(0)], [1] * I(2), bin(I(5))
print l[::I(3)]
for v in 'a', 1.0, None, 2 ** 70:
    try:
        print l[I(v)]
    except (TypeError, IndexError) as e:
        print type(e).__name__, e
print l[I(2 ** 70):], l[:I(2 ** 70)][-1]
class C(object):
    def __int__(self): return 5
    def __long__(self): return 6L
    def __float__(self): return 7.5
    def __complex__(self): return 1j
    def __trunc__(self): return 8
    def __oct__(self): return 'o'
    def __hex__(self): return 'h'
print int(C()), long(C()), float(C()), complex(C()), oct(C()), hex(C())
print '%d %f %s' % (C(), C(), 1)
for m, r in (('__int__', 'x'), ('__float__', 1), ('__long__', 1.5), ('__oct__', 5),
        ('__complex__', 2), ('__int__', 2 ** 70)):
    T = type('T', (object,), {m: lambda self: r})
    try:
        print {'__int__': int, '__float__': float, '__long__': long, '__oct__': oct,
            '__complex__': complex}[m](T())
    except TypeError as e:
        print e
