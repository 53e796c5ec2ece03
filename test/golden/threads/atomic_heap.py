# heapq on one list: each call is one step where items compare without Python
# code; nothing is lost or doubled, and the heap stays one.
import heapq
import threading

def run(body, n=4):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

for make in int, float, str, lambda i: (i % 7, str(i)), unicode:
    heap, out = [make(i) for i in range(9000, 9009)], []
    heapq.heapify(heap)

    def body(tag):
        for i in xrange(400):
            heapq.heappush(heap, make(i * 4 + tag))
            if i % 3 == 0:
                out.append(heapq.heappop(heap))
            if i % 5 == 0:
                out.append(heapq.heappushpop(heap, make(-i)))
                out.append(heapq.heapreplace(heap, make(-i)))
    run(body)
    rest = [heapq.heappop(heap) for i in range(len(heap))]
    print len(rest), rest == sorted(rest), len(out), \
        sorted(out + rest) == sorted([make(i) for i in range(1600) + range(9000, 9009)] +
                                     [make(-i) for i in range(0, 400, 5)] * 8)

class Odd(object):
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        return self.n < other.n

heap = []
run(lambda tag: [heapq.heappush(heap, tag) for i in range(3)])
odd = []
for i in 3, 1, 2, 9, 0:
    heapq.heappush(odd, Odd(i))
print heapq.heappop(odd).n, heapq.heapreplace(odd, Odd(5)).n, \
    heapq.heappushpop(odd, Odd(-1)).n, [heapq.heappop(odd).n for i in range(4)]
mixed = []
for x in (2, (1, [2])), (1.5, None), (True, 'a'), (1.5, u'b'):
    heapq.heappush(mixed, x)
print [heapq.heappop(mixed) for i in range(4)]
for f in heapq.heappop, lambda h: heapq.heapreplace(h, 1):
    try:
        f([])
    except IndexError as e:
        print e
print heapq.heappushpop([], 4)
