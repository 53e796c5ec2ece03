import heapq, bisect
h = []
for x in (5, 1, 4, 2, 3): heapq.heappush(h, x)
l = [9, 4, 7, 1, 8]
heapq.heapify(l)
h = [(2, 'b'), (1, 'z'), (1, 'a')]
heapq.heapify(h)
a = [1, 3, 3, 5]
bisect.insort(a, 4)
bisect.insort_left(a, 3)
for f in (lambda: heapq.heappop([]), lambda: heapq.heappush(5, 1),
        lambda: heapq.heapreplace([], 1), lambda: bisect.bisect(5, 1),
        lambda: bisect.bisect([1], 1, -1), lambda: heapq.heapify(()),
        lambda: heapq.heappushpop([], 1)):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
