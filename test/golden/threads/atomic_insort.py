# insort into one list is one step where items compare without Python code.
import bisect
import threading

for make in int, float, str, lambda i: (i % 7, str(i)), unicode:
    items = []

    def body(tag):
        for i in xrange(600):
            insort = bisect.insort_left if i % 2 else bisect.insort
            insort(items, make(i * 4 + tag))

    threads = [threading.Thread(target=body, args=(i,)) for i in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print len(items), items == sorted(items), \
        sorted(items) == sorted(make(i) for i in range(2400))
