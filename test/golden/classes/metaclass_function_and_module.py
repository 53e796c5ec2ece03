def meta(name, bases, ns):
    print 'called for', name, bases, sorted(n for n in ns if not n.startswith('__'))
    return 'not a class'
class X:
    __metaclass__ = meta
    a = 1
print X
__metaclass__ = type
class Y: pass
print type(Y).__name__, Y.__mro__[1] is object
class Z(Y): pass
print type(Z).__name__
