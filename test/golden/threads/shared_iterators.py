# Threads that share one iterator get each value once.
import itertools
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

n = 8000
d = dict.fromkeys(xrange(n))
def make():
    yield iter(range(n))
    yield iter(xrange(n))
    yield iter(tuple(xrange(n)))
    yield d.iterkeys()
    yield iter(set(xrange(n)))
    yield reversed(range(n))
    yield itertools.imap(int, xrange(n))
for it in make():
    out = [[] for i in range(8)]
    def body(tag):
        mine = out[tag]
        for x in it:
            mine.append(x)
    run(body)
    print type(it).__name__, len(sum(out, [])), len(set(sum(out, [])))
c = itertools.count().next
out = [[] for i in range(8)]
def count(tag):
    for i in xrange(2000):
        out[tag].append(c())
run(count)
print sorted(sum(out, [])) == range(16000)
