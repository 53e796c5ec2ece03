import __builtin__
def make(x): return int(x), str(x), list(x)
print make('12')
class int(object):
    def __init__(self, v): self.v = v
    def __repr__(self): return 'my int %s' % self.v
print make('12'), isinstance(5, int), type(5)
del int
__builtin__.list = lambda x: 'no list'
print make('12')
__builtin__.list = type([])
print make('3')
