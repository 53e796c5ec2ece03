# Methods replaced and __class__ assigned while others call.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

class A(object):
    def who(self):
        return 'A'
class B(object):
    def who(self):
        return 'B'
class C(A):
    pass
a, c = A(), C()
seen = set()
def body(tag):
    for i in xrange(1500):
        if tag == 0:
            A.who = (lambda self: 'x') if i & 1 else (lambda self: 'y')
        elif tag == 1:
            a.__class__ = B if i & 1 else A
        elif tag == 2:
            C.__bases__ = (B,) if i & 1 else (A,)
        else:
            seen.add(a.who())
            seen.add(c.who())
            isinstance(c, A)
run(body)
print sorted(seen - set('ABxy')), len(seen) > 0
