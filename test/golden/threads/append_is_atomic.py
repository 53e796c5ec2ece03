import threading
l, d, s = [], {}, set()
def work(k):
    for i in xrange(2000):
        l.append((k, i))
        d[k, i] = i
        s.add((k, i))
ts = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print len(l), len(d), len(s), sorted(l) == sorted(d) == sorted(s)
