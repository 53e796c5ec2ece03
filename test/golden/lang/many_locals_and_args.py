def f(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9):
    v0 = a0 + b9
    v1 = a1 + b8
    v2 = a2 + b7
    v3 = a3 + b6
    v4 = a4 + b5
    return v0 * v1 + v2 * v3 - v4, a9, b0
print f(*range(20))
print f(b9=1, b8=2, b7=3, *range(17))
def g(*a): return len(a), a[-1]
print g(*range(1000))
def h(**k): return len(k), k['k500']
print h(**dict(('k%d' % i, i) for i in range(700)))
