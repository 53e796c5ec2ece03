def f(a, b=2, *args, **kw):
    return a, b, args, sorted(kw.items())
print f(1), f(1, 3), f(b=4, a=5), f(1, 2, 3, 4), f(1, x=9, *(7, 8))
print f(*[1, 2, 3], **{'y': 1}), f(*'ab'), f(a=1, **{'b': 3})
print f(*(i for i in range(3)))
class M:
    def keys(self): return ['p', 'q']
    def __getitem__(self, k): return k * 2
print f(0, **M())
print f(1, *(), **{})
