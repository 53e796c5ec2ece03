import heapq
h = []
for x in [5, 1.5, 'b', (2, 3), u'a', None, -1, 1 << 70, [1], {}]: heapq.heappush(h, x)
print h
print [heapq.heappop(h) for i in range(4)], heapq.heapreplace(h, 7), heapq.heappushpop(h, -5), h
for call in ('heappop([])', 'heappush((), 1)', 'heapreplace([], 1)', 'heappushpop([], 3)', 'heapify(3)', 'heappop()',
             'heappush([])', 'nlargest()', 'nlargest(2, 3)', 'nsmallest("a", [])', 'heappushpop(3, 1)', 'heapify()'):
    try: print eval('heapq.' + call)
    except Exception, e: print call, type(e).__name__, e
class T(object):
    def __init__(self, n): self.n = n
    def __lt__(self, o): log.append((self.n, o.n)); return self.n < o.n
    def __repr__(self): return 'T%d' % self.n
log = []
l = map(T, [5, 2, 8, 1, 9, 3, 7])
heapq.heapify(l); print l, log
log = []; print heapq.heappop(l), l, log
log = []; heapq.heappush(l, T(0)); print l, log
class Le:
    def __init__(self, n): self.n = n
    def __le__(self, o): return self.n <= o.n
l = map(Le, [3, 1, 2]); heapq.heapify(l); print [heapq.heappop(l).n for i in range(3)]
class Shrink(T):
    def __lt__(self, o): del m[1:]; return True
m = map(Shrink, range(9))
for f in (heapq.heappop, lambda m: heapq.heappush(m, Shrink(1)), heapq.heapify):
    m[:] = map(Shrink, range(9))
    try: f(m)
    except Exception, e: print type(e).__name__, e
class L(list): pass
l = L([3, 1, 2]); heapq.heapify(l); print l, type(l).__name__
print heapq.nlargest(3, 'hello world'), heapq.nsmallest(3, iter([4, 2, 9]), key=lambda x: -x), heapq.nlargest(0, [1]), heapq.nsmallest(-1, [1])
print list(heapq.merge([1, 4], [2, 3], [])), heapq.heappush.__module__, heapq.heappop
