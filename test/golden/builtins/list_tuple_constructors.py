print list(), list('abc'), list((1, 2)), list({1: 2}), list(xrange(3))
print list(x * 2 for x in 'ab'), tuple(), tuple('ab'), tuple([1]), tuple({3: 4})
print tuple(iter([1, 2]))
l = [1, 2]
print list(l) is l, tuple(l), tuple((1, 2)), list(set([1]))
class It(object):
    def __iter__(self): return iter([7, 8])
    def __len__(self): return 1000
print list(It()), tuple(It())
class E(object):
    def __iter__(self):
        yield 1
        raise KeyError('mid')
for f in (list, tuple, set):
    try:
        f(E())
    except KeyError as e:
        print e
l.__init__('xyz')
print l
