class A(object):
    def __init__(self): self.a = 1; self.b = 2
def show(d): print sorted(d.items())
for cls in A, type('D', (A,), {}):
    x = cls()
    d = x.__dict__
    d['a'] = 10; d['new'] = 11
    print x.a, x.new
    x.b = 20; x.late = 5
    show(d)
    del d['a']
    print hasattr(x, 'a'), 'a' in d
    x.a = 3
    del x.new
    show(d)
    d.clear()
    print hasattr(x, 'b'), x.__dict__ is d
    x.b = 1
    show(d)
    other = {'k': 1}
    x.__dict__ = other
    x.a = 2
    print x.k, hasattr(x, 'b'), x.__dict__ is other
    show(other); show(d)
    d['a'] = 'detached'
    print x.a
    del x.__dict__
    print x.__dict__, hasattr(x, 'a')
