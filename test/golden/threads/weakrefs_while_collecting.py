# Weak references asked while collections find out which of them are dead.
import gc
import threading
import weakref

class A(object):
    pass

keep = [A() for i in range(20)]
bad = []
working = [0]

def ask():
    for i in xrange(3000):
        a = keep[i % 20]
        r = weakref.ref(a)
        if r() is not a or weakref.ref(a) is not r:
            bad.append('ref')
        weakref.proxy(a)
        gone = weakref.ref(A())()
        if gone is not None and type(gone) is not A:
            bad.append('dead')
        if weakref.getweakrefcount(a) < 1 or r() is None:
            bad.append('count')
    working.pop()

def collect():
    while working:
        gc.collect()

working = [0] * 4
threads = [threading.Thread(target=ask) for i in range(4)]
threads.append(threading.Thread(target=collect))
for t in threads:
    t.start()
for t in threads:
    t.join()
print len(bad), bad[:3]

# Classes come and go; their bases know them weakly.
class Base(object):
    pass

def classes():
    for i in xrange(200):
        type('C%d' % i, (Base,), {})
        for c in Base.__subclasses__():
            if not c.__name__.startswith('C'):
                bad.append(c)

threads = [threading.Thread(target=classes) for i in range(4)]
for t in threads:
    t.start()
for i in range(20):
    gc.collect()
for t in threads:
    t.join()
gc.collect()
print bad
