def stopper(): raise StopIteration('from call')
print list(stopper() if x == 2 else x for x in range(5))
try:
    print [stopper() if x == 2 else x for x in range(5)]
except StopIteration as e:
    print 'leaked', e
def gen():
    yield 1
    next(iter([]))
    yield 2
print list(gen())
class It(object):
    def __iter__(self): return self
    def next(self): raise StopIteration
for x in It(): print 'never'
else: print 'else runs'
print map(lambda x: x, It()), dict(It()), sum(It()), list(zip(It(), It()))
