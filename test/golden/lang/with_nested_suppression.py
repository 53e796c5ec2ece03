class CM(object):
    def __init__(self, n, swallow): self.n, self.s = n, swallow
    def __enter__(self): return self.n
    def __exit__(self, t, v, tb):
        print self.n, t and t.__name__
        return self.s
with CM('outer', False), CM('inner', True):
    raise KeyError(1)
print 'after one'
with CM('outer', True), CM('inner', False):
    raise KeyError(2)
print 'after two'
with CM('a', True) as x:
    with CM('b', False) as y:
        with CM('c', False) as z:
            raise IndexError(x + y + z)
print 'end'
