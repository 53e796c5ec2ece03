# remove takes out one equal item.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

items = range(8) * 200
lost = []
def body(tag):
    for i in xrange(200):
        try:
            items.remove(tag)
        except ValueError:
            lost.append(tag)
run(body)
print items, lost
