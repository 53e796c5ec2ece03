# dummy_threading's classes are not threading's, whichever comes first.
import dummy_threading
import threading

def f():
    print 'ran in', threading.currentThread().getName()

for module in threading, dummy_threading:
    thread = module.Thread(target=f)
    thread.start()
    thread.join()
print type(threading.Lock()), type(dummy_threading.Lock())
print dummy_threading.currentThread().getName()
