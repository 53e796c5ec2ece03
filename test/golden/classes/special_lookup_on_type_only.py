class A(object):
    pass
a = A()
a.__str__ = lambda: 'instance'
a.__iter__ = lambda: iter([1])
a.__add__ = lambda o: 1
a.__nonzero__ = lambda: False
a.__hash__ = lambda: 5
print str(a).startswith('<__main__.A object'), bool(a)
for f in lambda: iter(a), lambda: a + 1:
    try:
        f()
    except TypeError as e:
        print e
A.__str__ = lambda self: 'class level'
A.__iter__ = lambda self: iter([7])
A.__add__ = lambda self, o: ('added', o)
A.__nonzero__ = lambda self: False
print str(a), list(a), a + 1, bool(a), a.__str__()
del A.__str__
print str(a) != 'class level'
