import heapq, bisect
h = []
for x in (5, 1, 4, 2, 3): heapq.heappush(h, x)
print h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 10), h
l = [9, 4, 7, 1, 8]
heapq.heapify(l)
print l, heapq.nlargest(2, l), heapq.nsmallest(2, l)
print heapq.nlargest(2, ['aa', 'b', 'cccc'], key=len), list(heapq.merge([1, 4], [2, 3]))
print heapq.nsmallest(10, [3, 1]), heapq.nlargest(0, [1])
h = [(2, 'b'), (1, 'z'), (1, 'a')]
heapq.heapify(h)
print [heapq.heappop(h) for i in range(3)]
a = [1, 3, 3, 5]
print bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 3)
print bisect.bisect(a, 0), bisect.bisect(a, 9), bisect.bisect(a, 3, 0, 2)
bisect.insort(a, 4)
bisect.insort_left(a, 3)
print a
