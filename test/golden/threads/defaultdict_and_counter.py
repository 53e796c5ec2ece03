# defaultdict: every key has one list in the end; Counters may lose, not break.
from collections import defaultdict, Counter, OrderedDict
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

d, c = defaultdict(int), Counter()
def body(tag):
    for i in xrange(1000):
        d[tag, i % 10] += 1
        c[tag] += 1
        c['all'] += 1
run(body)
print len(d), set(d.values()), [c[t] for t in range(8)], 0 < c['all'] <= 8000
