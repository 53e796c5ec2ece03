import threading
l = threading.Lock()
print l.acquire(), l.locked(), l.acquire(False), l.acquire(0)
l.release()
print l.locked(), l.acquire(False)
l.release()
try:
    l.release()
except Exception as e:
    print type(e).__name__, e
with l: print l.locked()
print l.locked()
