import inspect
def f(a, (b, c), (d, (e, f)), g=(1, 2), (h, i)=(3, 4), *r, **k): return a, b, c, d, e, f, g, h, i, r, k
print inspect.getargspec(f), inspect.formatargspec(*inspect.getargspec(f))
print inspect.getcallargs(f, 1, (2, 3), (4, (5, 6)))
print f.func_code.co_varnames, f.func_code.co_argcount, f.func_code.co_nlocals
l = lambda (x, y), z: (x, y, z)
print inspect.getargspec(l), l.func_code.co_varnames
def s((foo,)): pass
print inspect.getargspec(s)
def s2((foo)): pass
print inspect.getargspec(s2)
def cell((a, b), c): return lambda: (a, c)
print inspect.getargspec(cell), cell.func_code.co_cellvars, cell.func_code.co_varnames
try: f(1, 2, 3)
except TypeError, e: print e
try: f(1, (2, 3, 4), (1, (2, 3)))
except ValueError, e: print e
