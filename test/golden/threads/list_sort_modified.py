# A sort that finds the list changed raises ValueError; nothing is torn.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

items = range(50)
seen = set()
def key(x):
    return -x
def body(tag):
    for i in xrange(200):
        if tag < 2:
            try:
                items.sort(key=key)
                seen.add('sorted')
            except ValueError as e:
                seen.add(str(e))
        else:
            try:
                items.append(items.pop())
            except IndexError:
                pass
run(body)
print sorted(seen - set(['sorted', 'list modified during sort']))
print all(type(x) is int for x in items)
