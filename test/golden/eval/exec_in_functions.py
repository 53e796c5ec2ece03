def f(a):
    exec "b = a + 1; a = 7"
    print a, b, sorted(locals())
    return eval('a + b')
print f(10)

def g(n):
    total = 0
    for i in range(n):
        exec "total += i"
    return total
print g(5)

def h():
    exec "len = lambda x: 'mine'"
    return len([])
print h()

def k():
    x = 1
    exec "del x"
    return x
try:
    print k()
except NameError, e:
    print e

def m(ns):
    exec "out = 1" in ns
    return ns['out']
print m({})

class C:
    a = 1
    exec "b = a + 1"
print C.b

def other():
    from os.path import join
    return join('a', 'b')
print other()
