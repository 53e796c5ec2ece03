import operator
names = 'add sub mul div truediv floordiv mod divmod pow lshift rshift and or xor'.split()
def mk(n): return lambda self, *o: (n,) + o
ns = {}
for n in names:
    ns['__%s__' % n] = mk(n)
    ns['__r%s__' % n] = mk('r' + n)
N = type('N', (object,), ns)
import types
O = types.ClassType('O', (), dict(ns))
for c in N, O:
    x = c()
    print x + 1, x - 1, x * 1, x / 1, operator.truediv(x, 1), x // 1, x % 1
    print divmod(x, 1), x ** 1, x << 1, x >> 1, x & 1, x | 1, x ^ 1
    print 1 + x, 1 - x, 1 * x, 1 / x, operator.truediv(1, x), 1 // x, 1 % x
    print divmod(1, x), 1 ** x, 1 << x, 1 >> x, 1 & x, 1 | x, 1 ^ x
    print pow(x, 1, 2)
