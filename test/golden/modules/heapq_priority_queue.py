import heapq, itertools
class Job(object):
    def __init__(self, p, name): self.p, self.name = p, name
    def __lt__(self, o): return self.p < o.p
    def __repr__(self): return self.name
h = []
for p, n in ((3, 'c'), (1, 'a'), (2, 'b'), (1, 'a2')): heapq.heappush(h, Job(p, n))
print [heapq.heappop(h) for i in range(4)]
counter = itertools.count()
q = []
for p, task in ((2, 'x'), (1, 'y'), (2, 'z'), (1, 'w')): heapq.heappush(q, (p, next(counter), task))
print [heapq.heappop(q)[2] for i in range(4)], q
print heapq.nsmallest(3, [5, 1, 4, 2]), heapq.nlargest(2, 'heap queue'.split(), key=len)
print list(heapq.merge([1, 5], [2, 6], [3]))
