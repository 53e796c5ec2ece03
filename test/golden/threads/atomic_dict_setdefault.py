# setdefault: one value wins and all threads see it.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

d = {}
got = [[] for i in range(8)]
def body(tag):
    for i in xrange(3000):
        got[tag].append(d.setdefault(i, [tag]))
run(body)
print all(got[t][i] is d[i] for t in range(8) for i in xrange(3000)), len(d)
