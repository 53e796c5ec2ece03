import threading
s = threading.Semaphore(2)
print s.acquire(), s.acquire(), s.acquire(False)
s.release()
print s.acquire(False)
b = threading.BoundedSemaphore(1)
b.acquire(); b.release()
try:
    b.release()
except ValueError as e:
    print e
try:
    threading.Semaphore(-1)
except ValueError as e:
    print e
active, most, lock = [0], [0], threading.Lock()
limit = threading.Semaphore(3)
def work():
    with limit:
        with lock:
            active[0] += 1
            most[0] = max(most[0], active[0])
        with lock: active[0] -= 1
ts = [threading.Thread(target=work) for i in range(10)]
for t in ts: t.start()
for t in ts: t.join()
print active, most[0] <= 3
