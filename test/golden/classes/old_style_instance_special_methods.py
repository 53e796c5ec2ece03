class A: pass
a = A()
a.__len__ = lambda: 3
a.__getitem__ = lambda i: i * 2
a.__call__ = lambda *x: x
a.__str__ = lambda: 'str!'
a.__add__ = lambda o: ('add', o)
a.__eq__ = lambda o: 'eq'
a.__contains__ = lambda x: x == 1
print len(a), a[4], a(1, 2), str(a), a + 1, a == 2, 1 in a
class N(object): pass
n = N()
n.__len__ = lambda: 3
n.__call__ = lambda: 3
for f in len, (lambda n: n()), (lambda n: n[0]):
    try:
        f(n)
    except (TypeError, AttributeError) as e:
        print type(e).__name__, e
