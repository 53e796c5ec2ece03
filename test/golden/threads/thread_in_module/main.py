# A module whose body starts threads that import: one initialisation each.
import sys
import threading
import log
import worker
print worker.done, sorted(log.lines)
log.lines[:] = []
def body():
    import slow
    log.lines.append(slow.ready)
threads = [threading.Thread(target=body) for i in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print log.lines
