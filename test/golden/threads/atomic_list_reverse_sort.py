# reverse and sort keep every item; sorting hides them meanwhile.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

items = range(200)
lengths = set()
def body(tag):
    for i in xrange(200):
        if tag == 0:
            items.reverse()
        elif tag == 1:
            try:
                items.sort()
            except ValueError:
                pass
        else:
            lengths.add(len(items[:]))
run(body)
print sorted(items) == range(200), sorted(lengths - set([0, 200]))
