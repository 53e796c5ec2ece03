# Keys of different threads do not get in each other's way while it grows.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

d = {}
def body(tag):
    for i in xrange(2000):
        d[tag, i] = i
        if d[tag, i] != i:
            print 'wrong', tag, i
        if i % 3 == 0:
            del d[tag, i]
run(body)
print len(d), sum(d.itervalues()) == 8 * sum(i for i in xrange(2000) if i % 3)
print sorted(d) == [(t, i) for t in range(8) for i in xrange(2000) if i % 3]
