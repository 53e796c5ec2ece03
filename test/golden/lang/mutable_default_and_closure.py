def memo(n, cache={}):
    if n not in cache:
        cache[n] = n if n < 2 else memo(n - 1) + memo(n - 2)
    return cache[n]
print memo(80), len(memo.func_defaults[0])
def make_adders(): return [lambda x, n=n: x + n for n in range(3)]
print [a(10) for a in make_adders()]
def outer():
    x = [1]
    def add(v): x.append(v); return x
    return add
a = outer(); b = outer()
print a(2), b(3), a(4)
