import thread
lock = thread.allocate_lock()
done = thread.allocate_lock()
done.acquire()
log = []
def work(a, b=0):
    with lock: log.append((a, b))
    done.release()
print thread.start_new_thread(work, (1,), {'b': 2}) != 0
done.acquire()
print log, lock.locked(), type(lock).__name__, thread.get_ident() == thread.get_ident()
try:
    thread.start_new_thread(work, 5)
except TypeError as e:
    print e
try:
    lock.release()
except thread.error as e:
    print e
def exits():
    try:
        thread.exit()
    finally:
        done.release()
thread.start_new_thread(exits, ())
done.acquire()
print 'after exit'
