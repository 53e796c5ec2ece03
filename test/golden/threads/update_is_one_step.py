# len(), in and get() of another thread see all of an update() or nothing.
import threading

d, s, done, odd = {}, set(), [], []

def change():
    global s
    while not done:
        d.update({1: 1, 2: 1, 3: 1})
        d.update({1: 2, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2, 7: 2, 8: 2})
        d.clear()
        s.update(set([1, 2, 3]))
        s |= set([1, 2, 3, 4, 5, 6, 7, 8])
        s.difference_update(set([1, 2, 3, 4, 5, 6, 7, 8]))

def look():
    for i in xrange(5000):
        if len(d) not in (0, 3, 8):
            odd.append(('dict', len(d)))
        if len(s) not in (0, 3, 8):
            odd.append(('set', len(s)))
        last, first = d.get(3), d.get(1)
        if last == 2 and first == 1:
            odd.append('half')

writer = threading.Thread(target=change)
readers = [threading.Thread(target=look) for i in range(2)]
for t in readers + [writer]:
    t.start()
for t in readers:
    t.join()
done.append(1)
writer.join()
print odd
