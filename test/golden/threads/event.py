import threading
e = threading.Event()
log = []
def waiter(n):
    e.wait()
    log.append(n)
ts = [threading.Thread(target=waiter, args=(i,)) for i in range(3)]
for t in ts: t.start()
print e.is_set(), e.isSet(), log, e.wait(0.01)
e.set()
for t in ts: t.join()
print e.is_set(), sorted(log), e.wait()
e.clear()
print e.is_set(), e.wait(0)
