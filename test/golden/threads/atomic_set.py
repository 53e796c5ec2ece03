# add, discard, pop, update: each element once.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

s, t, out = set(), set(xrange(8000)), [[] for i in range(8)]
def body(tag):
    for i in xrange(2000):
        s.add(i)
        s.update([i + 5000, i + 5001])
        if i % 2:
            s.discard((tag, i))
        s.add((tag, i))
    while True:
        try:
            out[tag].append(t.pop())
        except KeyError:
            break
run(body)
print len(s), t, sorted(sum(out, [])) == range(8000)
