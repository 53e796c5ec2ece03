"""Waits with a timeout end where there are no threads."""
import dummy_threading

c = dummy_threading.Condition()
with c:
    c.wait(0.01)
e = dummy_threading.Event()
print e.wait(0.01)
e.set()
print e.wait(0.01)
t = dummy_threading.Thread(target=e.clear)
t.start()
t.join(1)
print e.is_set()
