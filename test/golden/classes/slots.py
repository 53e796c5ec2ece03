class A(object):
    __slots__ = ('x', 'y')
    def __init__(self): self.x = 1
a = A()
print a.x, hasattr(a, '__dict__'), A.x, sorted(n for n in A.__dict__ if n in 'xy')
for f in (lambda: a.y, lambda: setattr(a, 'z', 1), lambda: delattr(a, 'y'), lambda: a.__dict__):
    try:
        f()
    except AttributeError as e:
        print repr(e)
a.y = 2
del a.x
try:
    a.x
except AttributeError as e:
    print e
class B(A): pass
b = B(); b.z = 3
print b.__dict__, b.x
class C(A): __slots__ = 'single'
c = C(); c.single = c.y = 1
print c.single, C.__slots__
class D(object): __slots__ = ['__private', '__dict__']
d = D()
d._D__private = 1
d.w = 2
print d.__dict__
try:
    class E(object):
        __slots__ = ('q',)
        q = 5
except ValueError as e:
    print e
try:
    class F(A, type('G', (object,), {'__slots__': ('k',)})): pass
except TypeError as e:
    print e
for s in (5,), ('1a',), ('a b',), u'u':
    try:
        print type('S', (object,), {'__slots__': s}).__slots__
    except TypeError as e:
        print e
