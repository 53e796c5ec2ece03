class V(object):
    def __init__(self, n): self.n = n
def add(a, b):
    try:
        return a + b
    except TypeError as e:
        return str(e)
print add(V(1), V(2))
V.__add__ = lambda s, o: s.n + o.n
print add(V(1), V(2))
V.__add__ = lambda s, o: NotImplemented
V.__radd__ = lambda s, o: 'radd'
print add(V(1), V(2)), add(5, V(1))
V.__len__ = lambda s: 7
V.__eq__ = lambda s, o: 'equal?'
V.__call__ = lambda s, x: x * 2
v = V(1)
print len(v), v == 3, v(4)
del V.__len__, V.__call__
for f in (len, lambda v: v(1)):
    try:
        print f(v)
    except TypeError as e:
        print e
