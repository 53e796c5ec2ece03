import threading, Queue
q = Queue.Queue(maxsize=2)
got = []
def consume():
    for i in range(50): got.append(q.get())
t = threading.Thread(target=consume)
t.start()
for i in range(50): q.put(i)
t.join()
print got == range(50), q.full()
q.put(1); q.put(2)
for f in (lambda: q.put(3, False), lambda: q.put_nowait(3), lambda: q.put(3, True, 0.01)):
    try:
        f()
    except Queue.Full as e:
        print 'Full', repr(e)
q.get(); q.get()
for f in (lambda: q.get(False), lambda: q.get_nowait(), lambda: q.get(True, 0.01)):
    try:
        f()
    except Queue.Empty as e:
        print 'Empty', repr(e)
