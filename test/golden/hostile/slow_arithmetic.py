# The slow halves of inlined arithmetic, behind loops that met plain ints.
def add(a, b):
    for i in range(2): r = a + b
    return r
def sub(a, b):
    for i in range(2): r = a - b
    return r
def mul(a, b):
    for i in range(2): r = a * b
    return r
def div(a, b):
    for i in range(2): r = a / b
    return r
def floordiv(a, b):
    for i in range(2): r = a // b
    return r
def mod(a, b):
    for i in range(2): r = a % b
    return r
def bit(a, b):
    for i in range(2): r = (a & b, a | b, a ^ b)
    return r
def inplace(a, b):
    for i in range(1): a += b; a -= b; a *= b
    return a
def iadd(a, b):
    for i in range(2): a += b
    return a
def neg(a, b):
    for i in range(2): r = -a
    return r
class Plain(int): pass
class Odd(int):
    def __add__(self, o): return 'add'
    def __rsub__(self, o): return 'rsub'
    def __mul__(self, o): return NotImplemented
    def __neg__(self): raise KeyError('neg')
    def __iadd__(self, o): return 'iadd'
    def __and__(self, o): raise ValueError('and')
class Bad(object):
    def __radd__(self, o): raise IndexError('radd')
    def __div__(self, o): return NotImplemented
class Old:
    def __coerce__(self, o): return 5, 3
class OldBad:
    def __coerce__(self, o): return 7
m = 2 ** 61
values = [3, 0, -1, m, -m - 1, 2 ** 62, 2 ** 63 - 1, -2 ** 63, 2 ** 64, True, 2.5, float('inf'), float('nan'), -0.0, Plain(4), Odd(5),
          'ab', u'c', [1], (2,), None, Bad(), Old(), OldBad(), 1j]
def show(v):
    return type(v).__name__ if isinstance(v, (Bad, Old)) else repr(v)
for f in add, sub, mul, div, floordiv, mod, bit, inplace, iadd, neg:
    for a in values:
        line = []
        for b in values:
            if isinstance(b, (int, long)) and b > 10 and not isinstance(a, (int, long, float)): continue
            if isinstance(a, (int, long)) and a > 10 and not isinstance(b, (int, long, float)): continue
            try: line.append(show(f(a[:] if isinstance(a, list) else a, b)))
            except Exception as e: line.append('%s %s' % (type(e).__name__, str(e)[:60]))
        print f.__name__, show(a)[:20], hash('|'.join(line)), line[::7]
