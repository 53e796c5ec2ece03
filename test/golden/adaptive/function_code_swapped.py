def f(a, b=2): return a + b
def g(a, b=3): return a * b
def call(): return f(5), f(5, 1)
print call()
f.func_code = g.func_code
print call()
f.func_defaults = (10,)
print call()
f.func_defaults = None
try:
    call()
except TypeError as e:
    print e
