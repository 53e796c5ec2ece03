def f(x, acc=[]):
    acc.append(x)
    return acc
print f(1), f(2)
f.func_defaults[0][:] = ['reset']
print f(3)
f.__defaults__ = ('not a list',)
try:
    f(4)
except AttributeError as e:
    print e
