import threading
r = threading.RLock()
print r.acquire(), r.acquire(), r.acquire(blocking=False)
got = []
def other(): got.append(r.acquire(False))
t = threading.Thread(target=other)
t.start()
t.join()
print got
r.release()
r.release()
r.release()
t = threading.Thread(target=other)
t.start()
t.join()
print got
try:
    threading.RLock().release()
except RuntimeError as e:
    print e
