import sys
class CM(object):
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print t and t.__name__, type(v).__name__
        print sys.exc_info()[0] and sys.exc_info()[0].__name__
        return True
with CM(): raise ValueError('x')
with CM(): raise ValueError, 'y'
with CM(): {}['k']
with CM(): import no_such_mod
with CM(): pass
print sys.exc_info()[0]
def f():
    with CM(): 1 / 0
    print sys.exc_info()[0] is None
f()
