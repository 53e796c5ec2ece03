# Attributes of instances and classes that threads write: whole values.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

class A(object):
    shared = (0, 0)
    def method(self):
        return self.shared
    def __init__(self):
        self.n = 0
a = A()
bad = []
def body(tag):
    for i in xrange(3000):
        a.n += 1
        a.pair = (i, i)
        A.shared = (i, i)
        setattr(a, 'x%d' % (i % 40), (tag, tag))
        setattr(A, 'c%d' % (i % 40), (tag, tag))
        for p in (a.pair, a.method(), getattr(a, 'x%d' % (i % 7), (1, 1)),
                  getattr(a, 'c%d' % (i % 7), (1, 1))):
            if p[0] != p[1]:
                bad.append(p)
        if i % 9 == 0:
            try:
                del a.x3
            except AttributeError:
                pass
run(body)
print bad, 0 < a.n <= 24000, len([k for k in vars(a) if k[0] == 'x']) >= 39
print len([k for k in vars(A) if k[0] == 'c' and k[1:].isdigit()])
