class A(object): pass
a = A()
setattr(a, u'uni', 1)
setattr(a, 'not an identifier', 2)
print a.uni, getattr(a, 'not an identifier'), sorted(a.__dict__), getattr(a, u'uni')
for name in 1, None, u'\u1234', ('a',):
    for f in getattr, hasattr, delattr, lambda o, n: setattr(o, n, 1):
        try:
            print f(a, name)
        except Exception as e:
            print type(e).__name__, e
print getattr(a, 'x' + 'y', 'default'), hasattr(a, ''.join(['u', 'ni']))
