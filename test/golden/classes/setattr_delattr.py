class A(object):
    def __setattr__(self, n, v):
        print 'set', n, v
        object.__setattr__(self, n, v)
    def __delattr__(self, n):
        print 'del', n
        object.__delattr__(self, n)
a = A()
a.x = 1
a.x += 1
setattr(a, 'y', 3)
del a.x
delattr(a, 'y')
try:
    del a.zz
except AttributeError as e:
    print e
print a.__dict__
A.x = 5
for f in (lambda: setattr(5, 'x', 1), lambda: setattr(object(), 'x', 1), lambda: delattr('', 'upper'), lambda: setattr(int, 'x', 1),
          lambda: setattr(str, 'upper', 1), lambda: delattr(a, 'x'), lambda: setattr([], 'append', 1), lambda: setattr(None, 'x', 1)):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print type(e).__name__, e
