import threading, itertools
c = itertools.count()
out = []
def work():
    for i in range(500): out.append(next(c))
ts = [threading.Thread(target=work) for i in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print len(out), sorted(out) == range(2000)
