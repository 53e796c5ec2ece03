from itertools import *
def take(n, it): return list(islice(it, n))
def flatten(l): return list(chain.from_iterable(l))
def pairwise(it):
    a, b = tee(it)
    next(b, None)
    return izip(a, b)
def grouper(n, it, fill=None): return izip_longest(*[iter(it)] * n, fillvalue=fill)
def unique(it, seen=None):
    seen = set()
    for x in ifilterfalse(seen.__contains__, it):
        seen.add(x)
        yield x
def powerset(it):
    s = list(it)
    return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
print take(3, count(5)), flatten([[1], [2, 3]]), list(pairwise('abcd'))
print list(grouper(3, 'abcdefg', 'x')), list(unique('abracadabra'))
print list(powerset([1, 2, 3]))
print sum(imap(lambda a, b: a * b, [1, 2, 3], [4, 5, 6]))
print len(list(takewhile(bool, iter([1, 1, 0]))))
