# All threads store under the same keys: key and value belong together.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

d = {}
bad = []
def body(tag):
    for i in xrange(4000):
        k = i & 31
        d[k] = (k, tag)
        v = d.get(k, (k, 0))
        if v[0] != k:
            bad.append((k, v))
        if i % 5 == 0:
            d.pop(k, None)
run(body)
print bad, all(k == v[0] for k, v in d.items())
