class A(object):
    "the doc"
    x = 1
    def m(self): pass
print A.__name__, A.__module__, A.__doc__, A.__bases__, A.__base__, sorted(A.__dict__)
print type(A.__dict__).__name__, A.__dict__['x'], A().__class__, A().__module__, A().__doc__
try:
    A.__dict__['x'] = 2
except TypeError as e:
    print e
A.__name__ = 'Renamed'
print A, repr(A())[:18]
for n, v in (('__name__', 5), ('__dict__', {}), ('__bases__', ()), ('__bases__', 5),
        ('__doc__', 'x'), ('__mro__', ()), ('__module__', 'm')):
    try:
        setattr(A, n, v); print 'set', n
    except (TypeError, AttributeError) as e:
        print e
print A
print A.__subclasses__(), bool(object.__doc__)
