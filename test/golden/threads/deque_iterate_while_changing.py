# Loops over a deque that changes: RuntimeError or elements.
from collections import deque
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

q = deque([(0, 0)] * 200)
stop, bad, errors = [], [], set()
def body(tag):
    if tag < 3:
        for i in xrange(4000):
            q.append((i, i))
            q.popleft()
        stop.append(tag)
    while len(stop) < 3:
        try:
            for a, b in q:
                if a != b:
                    bad.append((a, b))
        except RuntimeError as e:
            errors.add(str(e))
run(body)
print bad, sorted(errors - set(['deque mutated during iteration']))
