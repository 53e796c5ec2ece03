class It(object):
    def __init__(self, n): self.n = n
    def __iter__(self): print 'iter',; return iter([1, 2])
    def __len__(self): print 'len',; return self.n()
def boom(): raise ValueError('boom')
def no(): raise TypeError
print list(It(lambda: 7))
print tuple(It(lambda: 0))
print list(It(no))
x = [0]; x.extend(It(lambda: 1)); print x
try:
    list(It(boom))
except ValueError as e:
    print e
class Hint(object):
    def __iter__(self): return self
    def next(self): raise StopIteration
    def __length_hint__(self): print 'hint',; return 3
print list(Hint())
