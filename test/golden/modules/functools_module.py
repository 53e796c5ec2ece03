import functools
p = functools.partial(int, base=2)
print p('101'), p.func, p.args, p.keywords, functools.partial(max, 5)(3, 9)
print functools.partial(lambda *a, **k: (a, k), 1, x=2)(3, y=4)
print functools.partial(p)('11')
print functools.reduce(lambda a, b: a * b, [1, 2, 3])
print sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a))
def deco(f):
    @functools.wraps(f)
    def w(*a): "w doc"; return f(*a)
    return w
@deco
def orig():
    "orig doc"
orig.attr = 1
print orig.__name__, orig.__doc__, orig.__module__, functools.WRAPPER_ASSIGNMENTS
print functools.WRAPPER_UPDATES
@functools.total_ordering
class V(object):
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) != V(1) or 'ne default'
for f in (lambda: functools.partial(), lambda: functools.partial(5),
        lambda: functools.total_ordering(type('X', (), {})), lambda: setattr(p, 'func', 1)):
    try:
        f()
    except Exception as e:
        print type(e).__name__, e
p.x = 5
print p.x, p.__dict__
