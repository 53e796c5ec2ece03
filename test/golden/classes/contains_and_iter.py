class A(object):
    def __iter__(self):
        print 'iter',
        return iter([1, 2, 3])
print 2 in A(), 9 in A(), list(A()), sum(A()), max(A())
class B(A):
    def __contains__(self, x):
        print 'contains',
        return 'nonempty' if x else ''
print 5 in B(), 0 in B(), 5 not in B()
class It(object):
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def next(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print list(It()), 2 in It(), zip(It(), It())
class Bad(object):
    def __iter__(self): return 5
try:
    iter(Bad())
except TypeError as e:
    print e
class NoNext:
    def __iter__(self): return [1]
try:
    for x in NoNext(): pass
except TypeError as e:
    print e
a, b, c = It()
print a, b, c
