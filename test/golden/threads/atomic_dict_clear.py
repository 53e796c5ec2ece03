# clear and update take turns: all keys or none.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

d = {}
bad = set()
full = dict.fromkeys(range(20))
def body(tag):
    for i in xrange(2000):
        if tag == 0:
            d.clear()
        elif tag < 3:
            d.update(full)
        else:
            bad.add(len(d.keys()))
            bad.add(len(d.copy()))
run(body)
print sorted(bad - set([0, 20]))
