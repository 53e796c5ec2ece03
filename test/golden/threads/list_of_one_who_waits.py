# Lists that their maker and another thread write while the maker waits, too.
import threading

ROUNDS, ITEMS = 200, 30


def maker(box, go, done, finished):
    wrong = 0
    for i in xrange(ROUNDS):
        items = []
        box.append(items)
        go.release()
        for j in xrange(ITEMS):
            items.append(('maker', j))
        done.acquire()
        for j in xrange(ITEMS):
            items.append(('maker', ITEMS + j))
        finished.acquire()
        for who in 'maker', 'other':
            if [j for w, j in items if w == who] != range(2 * ITEMS):
                wrong += 1
        wrong += len(items) != 4 * ITEMS
    print wrong


def other(box, go, done, finished):
    for i in xrange(ROUNDS):
        go.acquire()
        items = box.pop()
        for j in xrange(ITEMS):
            items.append(('other', j))
        done.release()
        for j in xrange(ITEMS):
            items.append(('other', ITEMS + j))
        finished.release()


threads = []
for i in range(4):
    locks = [threading.Lock() for j in range(3)]
    for lock in locks:
        lock.acquire()
    args = [[]] + locks
    threads += [threading.Thread(target=f, args=args) for f in maker, other]
for t in threads:
    t.start()
for t in threads:
    t.join()
