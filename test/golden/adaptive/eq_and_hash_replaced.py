class K(object):
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __hash__(self): return hash(self.v)
d = {K(1): 'one', K(2): 'two'}
print d[K(1)], K(2) in d, [K(1)] == [K(1)], K(1) in [K(3), K(1)]
K.__eq__ = lambda self, o: False
print K(1) in d, [K(1)] == [K(1)]
K.__eq__ = lambda self, o: self.v == o.v
K.__hash__ = lambda self: 12345
print K(1) in d
K.__hash__ = None
try:
    K(1) in d
except TypeError as e:
    print e
