# A list that changes under a loop gives its items, old or new.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

items = [(0, 0)] * 50
stop = []
bad = []
def body(tag):
    if tag < 3:
        for i in xrange(1500):
            items.append((i, i))
            items[3:5] = [(i, i)] * (i % 4)
            del items[20:]
            items.extend([(i, i)] * 40)
        stop.append(tag)
    else:
        while len(stop) < 3:
            for a, b in items:
                if a != b:
                    bad.append((a, b))
            for i, pair in enumerate(items):
                if len(pair) != 2:
                    bad.append(pair)
            for pair in reversed(items):
                if pair[0] != pair[1]:
                    bad.append(pair)
run(body)
print bad
