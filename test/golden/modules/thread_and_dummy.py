import thread, threading, Queue
print thread.error, thread.LockType, isinstance(thread.get_ident(), int)
print thread.allocate_lock().acquire(0)
q = Queue.LifoQueue()
q.put(1)
q.put(2)
print q.get(), q.get(), q.empty()
p = Queue.PriorityQueue()
[p.put(x) for x in (3, 1, 2)]
print [p.get() for i in range(3)]
q = Queue.Queue()
q.put('a')
q.task_done()
q.join()
try:
    q.task_done()
except ValueError as e:
    print e
try:
    Queue.Queue().get(timeout=-1)
except ValueError as e:
    print e
print threading.current_thread().getName(), threading.active_count()
print threading.Lock is thread.allocate_lock
