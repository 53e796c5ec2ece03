class A(object):
    x = 1
a = A()
setattr(a, 'y', 2)
print getattr(a, 'x'), getattr(a, 'y'), getattr(a, 'z', 'dflt'), hasattr(a, 'y')
print hasattr(a, 'z')
delattr(a, 'y')
print hasattr(a, 'y'), getattr(a, u'x')
setattr(a, 'not an identifier', 5)
print a.__dict__, getattr(a, 'not an identifier')
name = 'comp' + 'uted'
setattr(A, name, lambda self: 'method')
print getattr(a, name)(), a.computed()
class P(object):
    @property
    def bad(self): raise ValueError('prop')
try:
    print hasattr(P(), 'bad')
    getattr(P(), 'bad', None)
except ValueError as e:
    print e
for f in (lambda: delattr(a, 'gone'), lambda: getattr(a, 'gone'), lambda: setattr(a, 5, 1),
        lambda: getattr(a, None)):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print type(e).__name__, e
