# The items of one extend are neighbours.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

items = []
def body(tag):
    for i in xrange(2000):
        items.extend([tag, tag, tag])
run(body)
print len(items), all(items[i] == items[i + 1] == items[i + 2]
                      for i in xrange(0, len(items), 3))
