# Keys with __hash__ and __eq__ of their own: one entry per equal key.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

class Key(object):
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return self.n & 3
    def __eq__(self, other):
        return self.n == other.n
d = {}
def body(tag):
    for i in xrange(300):
        d[Key(i % 30)] = tag
        d.setdefault(Key(i % 7 + 100), tag)
        if i % 10 == 0:
            d.pop(Key(i % 30), None)
            d[Key(i % 30)] = tag
run(body)
print sorted(k.n for k in d), len(d)
