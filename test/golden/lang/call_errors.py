def f(a, b, c=1): pass
def g(): pass
def h(a, *r): pass
def k(a, **kw): pass
class C(object):
    def m(self, x): pass
calls = [
    lambda: f(), lambda: f(1), lambda: f(1, 2, 3, 4), lambda: f(1, 2, a=3),
    lambda: f(1, 2, zz=3), lambda: f(b=1), lambda: g(1), lambda: g(x=1), lambda: h(),
    lambda: k(1, 2), lambda: k(1, a=2), lambda: C().m(), lambda: C().m(1, 2),
    lambda: f(*5), lambda: f(**5), lambda: f(**{1: 2}), lambda: k(1, **{'a': 1}),
    lambda: (lambda: 0)(1), lambda: 5(), lambda: None(), lambda: ''.x(),
    lambda: f(a=1, *(1, 2)), lambda: f(1, 2, 3, c=4),
]
for c in calls:
    try:
        c()
        print 'no error'
    except Exception as e:
        print type(e).__name__, e
