class R(object): pass
def build(order):
    r = R()
    for i, n in enumerate(order): setattr(r, n, i)
    return r
rs = [build(o) for o in ('xyz', 'zyx', 'yxz', 'x', 'zx')]
def read(r): return getattr(r, 'x', None), getattr(r, 'z', None)
print [read(r) for r in rs]
for r in rs: r.y = 'same'
print [r.y for r in rs], [sorted(r.__dict__) for r in rs]
