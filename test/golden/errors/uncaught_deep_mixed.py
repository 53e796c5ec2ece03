import functools
def p(a, b): return a / b
q = functools.partial(p, 1)
class C(object):
    def __call__(self, x): return q(x)
    def __getitem__(self, i): return self(i)
def gen(c):
    yield c[1]
    yield c[0]
print [x for x in gen(C())]
