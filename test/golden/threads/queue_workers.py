import threading, Queue
q, results = Queue.Queue(), []
def worker():
    while True:
        n = q.get()
        if n is None:
            q.task_done()
            return
        results.append(n ** 2)
        q.task_done()
ts = [threading.Thread(target=worker) for i in range(3)]
for t in ts: t.start()
for i in range(20): q.put(i)
q.join()
for t in ts: q.put(None)
for t in ts: t.join()
print sorted(results), q.empty(), q.qsize()
