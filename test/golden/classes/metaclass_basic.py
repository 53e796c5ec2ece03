class Meta(type):
    def __new__(m, name, bases, ns):
        print 'new', name, [b.__name__ for b in bases], sorted(n for n in ns if n[0] != '_')
        ns['added'] = name.lower()
        return type.__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns):
        print 'init', cls.added
        type.__init__(cls, name, bases, ns)
    def meth(cls): return 'meta meth of', cls.__name__
    @property
    def prop(cls): return 'prop ' + cls.__name__
class A(object):
    __metaclass__ = Meta
    x = 1
class B(A): y = 2
print B.added, B.meth(), B.prop, type(B).__name__
try:
    B().meth
except AttributeError as e:
    print e
class Old:
    __metaclass__ = Meta
print isinstance(Old(), object)
