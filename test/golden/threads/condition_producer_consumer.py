import threading
cond = threading.Condition()
items, out = [], []
def producer():
    for i in range(5):
        with cond:
            items.append(i)
            cond.notify()
    with cond:
        items.append(None)
        cond.notifyAll()
def consumer():
    while True:
        with cond:
            while not items: cond.wait()
            x = items.pop(0)
        if x is None: return
        out.append(x * 10)
c = threading.Thread(target=consumer)
p = threading.Thread(target=producer)
c.start()
p.start()
p.join()
c.join()
print out
try:
    cond.wait()
except RuntimeError as e:
    print e
try:
    cond.notify()
except RuntimeError as e:
    print e
