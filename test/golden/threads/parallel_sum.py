import threading
N = 4
partial = [0] * N
def work(k):
    s = 0
    for i in xrange(k, 200000, N): s += i
    partial[k] = s
ts = [threading.Thread(target=work, args=(k,)) for k in range(N)]
for t in ts: t.start()
for t in ts: t.join()
print sum(partial) == sum(xrange(200000)), sum(partial)
