import functools
def memo(f):
    cache = {}
    @functools.wraps(f)
    def g(*a):
        if a not in cache: cache[a] = f(*a)
        return cache[a]
    g.cache = cache
    return g
def trace(prefix):
    def deco(f):
        @functools.wraps(f)
        def g(*a, **k):
            print prefix, f.__name__, a, sorted(k.items())
            return f(*a, **k)
        return g
    return deco
@memo
def fib(n):
    "fibonacci"
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print fib(50), len(fib.cache), fib.__name__, fib.__doc__
@trace('>>')
@memo
def add(a, b=1): return a + b
print add(1), add(1, 2), add.__name__
class C(object):
    @trace('m')
    def m(self, x): return x
C.m.im_func.__name__
print reduce(lambda f, g: lambda x: g(f(x)), [str, len, lambda n: n * 2])(12345)
