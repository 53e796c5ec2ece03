exec """
def g(n, *rest, **kw):
    'doc'
    s = 0
    for i in range(n):
        if i % 2: continue
        s += i
    return s, rest, sorted(kw)
class C(object):
    count = 0
    def __init__(self, x):
        self.x = x
        C.count += 1
    def m(self): return self.x + 1
    @property
    def p(self): return self.x * 2
class D(C):
    def m(self): return super(D, self).m() * 10
def gen(n):
    try:
        for i in xrange(n):
            got = yield i
            if got: print 'got', got
    finally:
        print 'done'
def counter():
    n = [0]
    def inc(by=1):
        n[0] += by
        return n[0]
    return inc
"""
print g(10), g(2, 3, 4, k=5), g.__doc__, g.__name__
print C(4).m(), D(5).m(), C(6).p, C.count, C.__module__
print list(gen(3))
it = gen(5)
print it.next(), it.send('x'), it.next()
it.close()
c = counter()
print c(), c(2), counter()()
try:
    g()
except TypeError, e:
    print e
print g.func_code.co_varnames, g.func_code.co_argcount, g.func_code.co_filename
print g.func_defaults, counter.func_code.co_cellvars, c.func_closure is not None
