# What looks through a whole deque is one step: other threads that change it
# never make it fail, and remove() takes out what it found.
from collections import deque
import threading

d, done, failed = deque(range(50)), [], []

def change():
    while not done:
        d.append(-1)
        d.popleft()
        d.appendleft(-2)
        d.pop()

threads = [threading.Thread(target=change) for i in range(2)]
for t in threads:
    t.start()
looks = [list, tuple, sorted, set, sum, max, repr, deque,
         lambda d: 999 in d, lambda d: d.count(999), lambda d: d == d]
for i in xrange(300):
    for look in looks:
        try:
            look(d)
        except RuntimeError as e:
            failed.append((looks.index(look), e))
done.append(1)
for t in threads:
    t.join()
print failed

d = deque()
mine = [set(), set()]

def add_and_remove(tag):
    for i in xrange(3000):
        d.append((tag, i))
        d.appendleft(-1)
        d.remove((tag, i))
        d.remove(-1)
threads = [threading.Thread(target=add_and_remove, args=(i,)) for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print d
