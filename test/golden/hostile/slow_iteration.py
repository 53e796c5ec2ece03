# Loops, unpacking and generators over what is no plain sequence.
def attempt(f, *a):
    try: return f(*a)
    except Exception as e: return type(e).__name__, str(e)
def loop(v):
    r = []
    for x in v:
        r.append(x)
        if len(r) > 5: break
    return r
def comp(v): return [x for x in v][:5]
def unpack(v):
    for i in range(1): a, b = v
    return a, b
def nested(v):
    r = []
    for a, (b, c) in v: r.append((a, b, c))
    return r
class It(object):
    def __init__(self, *v): self.v = list(v)
    def __iter__(self): return self
    def next(self):
        if not self.v: raise StopIteration
        v = self.v.pop(0)
        if isinstance(v, Exception): raise v
        return v
class MyStop(StopIteration): pass
class Seq(object):
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        if i >= self.n: raise IndexError(i)
        return i
class SeqBad(object):
    def __getitem__(self, i): return 1 / (2 - i)
class IterBad(object):
    def __iter__(self): return 5
class IterRaises(object):
    def __iter__(self): raise KeyError('iter')
class L(list):
    def __iter__(self): return iter('list')
class T(tuple):
    def __iter__(self): return iter('tu')
class OldSeq:
    def __getitem__(self, i):
        if i > 1: raise StopIteration
        return i
class Len(object):
    def __len__(self): raise ValueError('len')
    def __iter__(self): return iter([1, 2])
def gen():
    yield 1
    yield 2
    raise ValueError('gen')
def mutating():
    v = [1, 2, 3]
    for x in v:
        if len(v) < 8: v.append(x)
    d = {1: 2}
    try:
        for k in d: d[k + 1] = 1
    except RuntimeError as e: return v, str(e)
makes = [lambda: [1, 2], lambda: (1, 2), lambda: 'ab', lambda: u'a\u20ac', lambda: {1: 2, 3: 4}, lambda: It(1, 2), lambda: It(1, 2, 3), lambda: It(1),
         lambda: It(1, KeyError('k')), lambda: It(1, MyStop('s')), lambda: It(1, 2, MyStop()), lambda: Seq(2), lambda: Seq(9), SeqBad, IterBad, IterRaises,
         lambda: L([7, 8]), lambda: T((7, 8)), OldSeq, Len, gen, lambda: xrange(2), lambda: iter([1, 2]), lambda: None, lambda: 5, lambda: [(1, (2, 3)), (4, '56')],
         lambda: [(1, 2)], lambda: [(1, (2,))], lambda: {}, lambda: ()]
for f in loop, comp, unpack, nested:
    for m in makes: print f.__name__, attempt(f, m())
print mutating()
def selfish():
    def g():
        yield 1
        yield next(me)
    me = g()
    next(me)
    return next(me)
print attempt(selfish)
def sends():
    def g():
        got = yield 'first'
        while 1: got = yield got
    a = g()
    r = [attempt(a.send, 1), next(a), a.send(2 ** 70), a.send(None), attempt(a.throw, KeyError, 'in'), attempt(next, a), attempt(a.send, 3)]
    a.close()
    return r
print sends()
def deep(n): return deep(n + 1)
print attempt(deep, 0)
def deep_gen(n):
    for x in deep_gen(n + 1): yield x
print attempt(list, deep_gen(0))
