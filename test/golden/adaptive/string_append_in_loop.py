def f(n):
    out = ''
    for i in xrange(n):
        out += 'x%d' % i
    return out
def g(n):
    res = []
    for k in range(n):
        s = ''
        for c in 'abc':
            s += c
        res.append(s)
    return res
def h(n):
    res = []
    s = ''
    for k in range(n):
        s += 'ab'
        res.append(s)
    return res
def k(x):
    s = x
    for i in range(3):
        s += 'y'
    return s
def m(n):
    s = 'start'
    t = s
    for i in range(n):
        s += 'z'
        if i == 1:
            t = s
    return s, t
def p(x):
    s = ''
    for c in x:
        s += c
        print s,
    print
    return s
class R(str):
    def __radd__(self, o): return f(3)
def q(a):
    s = ''
    for x in a:
        s += x
    return s
print f(12), len(f(1000)), g(3), h(3), k('abc'), k(f(2)), m(4), p('abcd')
d = f(3)
print q([d, 'u', d]), d, hash(q(['ab', 'cd'])) == hash('abcd'), q([]), q(['']), 
print q([u'\xe9', 'b']) == u'\xe9b'
