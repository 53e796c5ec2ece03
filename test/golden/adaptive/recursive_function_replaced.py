def fact(n): return 1 if n < 2 else n * fact(n - 1)
print fact(5)
inner = fact
fact = lambda n: 1000
print inner(5), fact(5)
def memoize(f):
    cache = {}
    def g(n):
        if n not in cache: cache[n] = f(n)
        return cache[n]
    return g
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print fib(15)
fib = memoize(fib)
print fib(80)
