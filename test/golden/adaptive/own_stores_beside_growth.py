# A thread finds what it stored itself, while others make the list longer and
# shorter behind that place: its store of items may be another one by then.
import threading


def work(items, n):
    bad = 0
    for i in range(n):
        items[i & 7] = i
        if items[i & 7] != i:
            bad += 1
    return bad


def swap(items, n):
    for i in range(n):
        items[8:] = [i] * (i & 255)


def add(items, own, n):
    bad = 0
    for i in range(n):
        items.append(i)
        own.append(i)
        if own[i] != i:
            bad += 1
    return bad


bad = 0
for turn in range(10):
    shared = [0] * 8
    bads = []
    threads = [threading.Thread(target=swap, args=(shared, 1000)),
               threading.Thread(
                   target=lambda: bads.append(add(shared, [], 50000)))]
    for t in threads:
        t.start()
    for k in range(20):
        bad += work(shared, 10000)
    for t in threads:
        t.join()
    bad += bads[0]
print bad
