# Of threads that miss the same key of a defaultdict one makes the value, if the
# factory is a builtin type.
from collections import defaultdict
import threading

lost = 0
for turn in xrange(300):
    d = defaultdict(list)
    start = threading.Event()

    def body():
        start.wait()
        for k in xrange(5):
            d[k].append(1)
    threads = [threading.Thread(target=body) for i in range(4)]
    for t in threads:
        t.start()
    start.set()
    for t in threads:
        t.join()
    lost += 20 - sum(map(len, d.values()))
print lost
