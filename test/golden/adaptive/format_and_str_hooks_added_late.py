class A(object): pass
a = A()
def show(x): return '%s' % x, str(x), '{0}'.format(x)
A.__str__ = lambda self: 'str1'
print show(a)
A.__repr__ = lambda self: 'repr1'
print show(a), [a]
A.__format__ = lambda self, spec: 'fmt<%s>' % spec
print show(a), '{0:x}'.format(a)
del A.__str__
print show(a)
class E(Exception): pass
e = E('x')
print show(e)
E.__str__ = lambda self: 'custom'
print show(e), unicode(e)
