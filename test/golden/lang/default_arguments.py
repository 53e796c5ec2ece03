def f(a, b=[], c=None):
    b.append(a)
    return b
print f(1), f(2), f(3, ['x'])
print f.func_defaults, f.__defaults__
i = 5
def g(x=i * 2): return x
i = 6
print g()
g.func_defaults = (99,)
print g()
def t(s): print 'default', s; return s
def h(a=t(1), b=t(2)): return a + b
print h()
print (lambda x, y=3, *a: (x, y, a))(1)
