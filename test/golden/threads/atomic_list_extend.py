# What extend, += and slice insertion add stays together.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

items = []
def body(tag):
    global items
    for i in xrange(300):
        items.extend([tag] * 3)
        items += (tag,) * 3
        items[1 << 40:] = [tag] * 3
        items.extend(tag for j in 'a')
run(body)
print len(items), sorted(set(items))
print [items.count(tag) for tag in range(8)]
