import itertools, sys
log = []
def src():
    for i in range(10):
        log.append(i)
        yield i
print list(itertools.islice(src(), 3)), log
log[:] = []
print list(itertools.takewhile(lambda x: x < 2, src())), log
log[:] = []
z = itertools.izip(src(), 'ab'); print list(z), log
log[:] = []
a, b = itertools.tee(src()); print next(a), next(a), next(b), log
c = itertools.count(sys.maxint - 1); print [next(c) for i in range(4)]
it = itertools.chain(iter([1]), iter([2])); print next(it), list(it), list(it)
s = itertools.islice(src(), 2, 4); print list(s)
