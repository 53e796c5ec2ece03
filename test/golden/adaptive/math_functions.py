import math
def f(x):
    t = 0.0
    for i in range(5):
        t += math.sqrt(x) + math.sin(x) + math.log(x + 1) + x ** 2 + x ** 0.5 + i ** 0.5
    return t
print f(2.0), f(0.25), f(3)
def g(vals):
    for v in vals:
        for k in range(1):
            try:
                print math.sqrt(v),
            except Exception as e: print repr(e),
            try:
                print math.log(v),
            except Exception as e: print repr(e),
            try:
                print math.acos(v), math.exp(v)
            except Exception as e: print repr(e)
            try:
                print v ** -1.5, v ** 2
            except Exception as e: print repr(e)
g([1.0, 0.0, -1.0, 4, 1e308, -1e308, float('inf'), float('nan'), True, 10**30, 0.5])
def h(x, n):
    s = 0.0
    for i in range(n):
        s += math.sqrt(x)
        if i == 2: math.sqrt = lambda v: 100.0
    return s
print h(4.0, 6)
m = math
def k(n):
    s = 0.0
    for i in range(n):
        s += m.floor(i * 0.7)
    return s
print k(10)
del math.sqrt
try: print h(4.0, 2)
except AttributeError as e: print e
math = None
try: print h(4.0, 2)
except AttributeError as e: print e
