import threading
a, b = threading.Lock(), threading.Lock()
n = [0]
def work():
    for i in range(300):
        with a:
            with b: n[0] += 1
ts = [threading.Thread(target=work) for i in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print n
class Guarded(object):
    def __init__(self): self.lock = threading.RLock(); self.v = 0
    def inc(self):
        with self.lock: self.v += self.one()
    def one(self):
        with self.lock: return 1
g = Guarded()
ts = [threading.Thread(target=lambda: [g.inc() for i in range(200)]) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print g.v
