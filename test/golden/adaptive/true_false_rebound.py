def f(x): return x == True
print f(1), True
True, saved = 'not true', True
print f(1), f('not true'), True, 1 == 1
True = saved
print f(1)
