import threading
lock = threading.Lock()
count = 0
def work():
    global count
    for i in xrange(5000):
        with lock:
            count += 1
ts = [threading.Thread(target=work) for i in range(4)]
[t.start() for t in ts]
[t.join() for t in ts]
print count, lock.locked()
