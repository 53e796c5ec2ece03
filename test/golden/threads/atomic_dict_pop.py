# pop and popitem hand out each entry once.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

d = dict((i, str(i)) for i in xrange(12000))
out = [[] for i in range(8)]
def body(tag):
    mine = out[tag]
    for i in xrange(12000):
        if tag < 4:
            v = d.pop(i, None)
            if v is not None:
                mine.append((i, v))
        else:
            try:
                mine.append(d.popitem())
            except KeyError:
                break
run(body)
every = sorted(sum(out, []))
print d, len(every), every == [(i, str(i)) for i in xrange(12000)]
