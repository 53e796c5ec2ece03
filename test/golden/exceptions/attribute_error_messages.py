import sys
class N(object): 
    __slots__ = ()
class C(object): pass
class O: pass
def f(): pass
def gen(): yield
for x in (5, 'a', None, [], C(), O(), C, O, f, gen(), sys, len, [].append, C.__init__, type,
        iter([]), N(), (lambda: 0), property(), slice(1), 1.5, xrange(1), object()):
    try:
        x.nope
    except AttributeError as e:
        print e
    try:
        x.nope = 1
        print 'set ok'
    except (AttributeError, TypeError) as e:
        print type(e).__name__, e
    try:
        del x.nope2
    except (AttributeError, TypeError) as e:
        print type(e).__name__, e
