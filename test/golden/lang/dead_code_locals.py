# Code that a constant test rules out gives no locals, but keeps its meaning
# for names: x is local, and the function is a generator.
def f(n):
    if 0:
        x = 1
    while 0:
        y = 1
    else:
        z = n
    if 1:
        return sorted(locals()), f.__code__.co_varnames
    return x

def g():
    if 0:
        yield 1
    return

def h():
    if 0:
        q = 1
    try:
        print q
    except UnboundLocalError, e:
        print e

print f(1)
print list(g())
h()
