def f(x): return 'f%d' % x
def g(x):
    global f
    f = h
    return 'g%d' % x
def h(x): return 'h%d' % x
for i in range(6):
    print f(i),
    if i == 1: f = g
print
