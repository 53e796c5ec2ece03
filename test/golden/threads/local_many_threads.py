# threading.local: attributes and __init__ per thread.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

class Mine(threading.local):
    def __init__(self, start):
        self.n = start
m = Mine(5)
out = []
def body(tag):
    for i in xrange(2000):
        m.n += tag
        m.tag = tag
        if m.tag != tag:
            print 'wrong'
    out.append(m.n)
run(body)
print sorted(out), m.n, hasattr(m, 'tag')
