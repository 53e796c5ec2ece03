# insert, remove, pop and del: each item goes in once and out once.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

items, out = [], []
def body(tag):
    for i in xrange(400):
        items.insert(0, (tag, i))
        items.append((tag, -i - 1))
        out.append(items.pop())
        out.append(items.pop(0))
run(body)
print items, len(out), len(set(out))
