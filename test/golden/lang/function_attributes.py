def f(a, b=2):
    "doc text"
    return a + b
f.x = 10
f.__dict__['y'] = 20
print f.x, f.y, sorted(f.__dict__), f.__doc__, f.func_doc
f.__name__ = 'renamed'
print f.func_name, f.__module__, f.func_code.co_name
print f.func_code.co_argcount, f.func_code.co_varnames, f.func_code.co_firstlineno
print f.func_globals is globals(), f.func_closure
del f.x
try:
    f.x
except AttributeError as e:
    print e
try:
    f.__name__ = 5
except TypeError as e:
    print e
def g(): pass
print g.__doc__, g.func_defaults
g.__code__ = f.__code__
g.func_defaults = (1, 1)
print g()
