# |=, -=, update, copy and clear are one step each.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

s = set()
full = set(range(20))
seen = set()
def body(tag):
    for i in xrange(2000):
        if tag == 0:
            s.update(full)
        elif tag == 1:
            s.difference_update(full)
        elif tag == 2:
            s.clear()
        else:
            seen.add(len(s.copy()))
            seen.add(len(set(s)))
            seen.add(len(frozenset(s)))
run(body)
print sorted(seen - set([0, 20]))
