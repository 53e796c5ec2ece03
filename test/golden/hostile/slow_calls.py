# Calls behind loops that met one function.
def attempt(f, *a, **k):
    try: return f(*a, **k)
    except Exception as e: return type(e).__name__, str(e)
def one(a): return 'one', a
def default(a, b=2): return 'default', a, b
def rest(*a, **k): return 'rest', a, k
def gen(a): yield a
def none(): return 'none'
def raises(a): raise KeyError(a)
class C(object):
    def m(self, a): return 'm', a
    def __call__(self, a): return 'call', a
class Old:
    def __call__(self, a): return 'old', a
class NoCall(object): pass
class Raising(object):
    @property
    def __call__(self): raise ValueError('call')
class Deep(object): pass
Deep.__call__ = Deep()
def positional(f):
    for i in range(2): r = f(i)
    return r
def keyword(f):
    for i in range(2): r = f(a=i)
    return r
def stars(f):
    for i in range(2): r = f(*[i], **{})
    return r
def two(f):
    for i in range(2): r = f(i, i)
    return r
callables = [one, default, rest, none, raises, C().m, C.m, C(), Old(), C, NoCall(), Raising(), lambda a: ('lambda', a), len, str, int, [].append, 'x'.join, None, 5,
             'f', one.__call__, type, staticmethod(one), Deep()]
for f in positional, keyword, stars, two:
    for n, c in enumerate(callables):
        v = attempt(f, c)
        print f.__name__, n, v if ' at 0x' not in repr(v) else type(v).__name__
def caller():
    for i in range(2): r = one(i)
    return r
print caller()
one.func_code = default.func_code
print attempt(caller)
one.func_defaults = (9,)
print caller()
one = C()
print caller()
del one
print attempt(caller)
def bound(v):
    for i in range(2): r = v.m(i)
    return r
class D(C): pass
d = D()
print bound(d)
D.m = lambda self, a, b=3: ('late', a, b)
print bound(d)
D.m = len
print attempt(bound, d)
del D.m
d.m = str
print bound(d)
