# deque: both ends, extend, rotate; nothing is lost or doubled.
from collections import deque
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

q, out = deque(), [[] for i in range(8)]
def body(tag):
    mine = out[tag]
    for i in xrange(2000):
        q.append((tag, i))
        q.appendleft((tag, -1 - i))
        q.rotate(3)
        mine.append(q.pop())
        mine.append(q.popleft())
run(body)
every = sum(out, [])
print len(q), len(every), len(set(every))
last = deque(maxlen=10)
def fill(tag):
    for i in xrange(2000):
        last.append(i)
        last.extend([i] * 3)
run(fill)
print len(last), last.maxlen
