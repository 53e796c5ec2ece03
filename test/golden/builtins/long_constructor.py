print long(), long(5), long('123'), long('ff', 16), long('0x10', 0), long(3.7)
print long('  9 '), long(True), repr(long(5)), repr(long('1' * 25)), long('10')
print type(long(1)), 7L, long(x=4)
class A(object):
    def __long__(self): return 12L
class B(object):
    def __int__(self): return 13
print long(A()), long(-2 ** 80), long(u'88')
for a in (('x',), ('5L', 10), (None,), ('',), (float('nan'),), (5, 5), ('9', 8)):
    try:
        print long(*a)
    except (ValueError, TypeError) as e:
        print type(e).__name__, e
