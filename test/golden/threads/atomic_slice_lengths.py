# Slice assignments of other lengths and deletions; the rest stays.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

items = ['a'] + ['z']
def body(tag):
    for i in xrange(1500):
        items[1:1] = [tag, tag]
        del items[1:3]
        items.insert(1, tag)
        items.pop(1)
run(body)
print items[0], items[-1], len(items)
