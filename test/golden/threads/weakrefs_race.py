# Weak references made and asked by many threads.
import weakref
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

class A(object):
    pass
keep = [A() for i in range(20)]
d = weakref.WeakValueDictionary()
k = weakref.WeakKeyDictionary()
bad = []
def body(tag):
    for i in xrange(500):
        a = keep[i % 20]
        r = weakref.ref(a)
        if r() is not a or weakref.ref(a) is not r:
            bad.append('ref')
        d[i % 20] = a
        k[a] = i % 20
        if d.get(i % 20) is not a or k.get(a) != i % 20:
            bad.append('dict')
        weakref.ref(A())
run(body)
print bad, len(d), len(k)
