# Subscripts behind loops that met lists, strs, tuples and dicts with ints.
def get(v, k):
    for i in range(2): r = v[k]
    return r
def put(v, k):
    for i in range(2): v[k] = 5
    return v
def augment(v, k):
    for i in range(2): v[k] += 1
    return v
def drop(v, k):
    del v[k]
    return v
class Index(object):
    def __init__(self, i): self.i = i
    def __index__(self):
        if self.i == 'raise': raise KeyError('index')
        return self.i
class Shrinks(object):
    def __init__(self, v): self.v = v
    def __index__(self):
        del self.v[:]
        return 0
class NoHash(object):
    __hash__ = None
class HashRaises(object):
    def __hash__(self): raise ValueError('hash')
class Evil(object):
    def __init__(self, d): self.d = d
    def __hash__(self): return hash('k')
    def __eq__(self, o):
        self.d.clear()
        return False
class EqRaises(object):
    def __hash__(self): return hash('k')
    def __eq__(self, o): raise IndexError('eq')
class L(list):
    def __getitem__(self, i): return 'item', i
class D(dict):
    def __missing__(self, k): return 'missing', k
class S(str): pass
class T(tuple): pass
class Int(int):
    def __index__(self): return 2
class Old:
    def __getitem__(self, i): return i
keys = lambda v: [0, 1, -1, 2, 99, -99, 2 ** 62, -2 ** 63, 2 ** 64, True, 1L, 1.0, None, 'k', u'k', S('k'), Int(1), Index(1), Index(-1), Index(2 ** 70),
                  Index('x'), Index('raise'), slice(0, 2), slice(None, None, 0), slice(Index(0), 'x'), [], NoHash(), HashRaises(), EqRaises(), (1, [])]
makers = [lambda: [1, 2, 3], lambda: 'abc', lambda: u'a\u20acc', lambda: (1, 2, 3), lambda: {'k': 1, 1: 2}, lambda: L([1, 2, 3]), lambda: D(k=1),
          lambda: S('xyz'), lambda: T((7, 8, 9)), lambda: bytearray('abc'), lambda: xrange(4), Old, lambda: None, lambda: 5, lambda: []]
def text(v):
    return type(v).__name__ if ' at 0x' in repr(v) else repr(v)
for f in get, put, augment, drop:
    for n, make in enumerate(makers):
        line = []
        for i in range(len(keys(0))):
            v = make()
            try: line.append(text(f(v, keys(v)[i])))
            except Exception as e: line.append('%s: %s' % (type(e).__name__, text(e.args)))
        for l in line: print f.__name__, n, l
for f in get, put, augment, drop:
    v = [1, 2, 3]
    try: print f(v, Shrinks(v))
    except Exception as e: print type(e).__name__, e, v
    d = {'k': 1}
    try: print text(f(d, Evil(d))) != ''
    except Exception as e: print type(e).__name__, len(d)
