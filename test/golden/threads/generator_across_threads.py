import threading
def gen():
    for i in range(3):
        yield i, threading.current_thread().name
g = gen()
out = [next(g)]
for name in 'ab':
    t = threading.Thread(target=lambda: out.append(next(g)), name=name)
    t.start(); t.join()
print [(i, n) for i, n in out]
