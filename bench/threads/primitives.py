"""Nanoseconds of a lock's acquire and release, before and after threads were
started; of starting and joining a thread; of an item through a Queue.

    primitives ROUNDS
"""
import Queue
import sys
import thread
import threading
import time

LOCKS, STARTS, ITEMS = 200000, 200, 20000


def lock_pairs(n):
    lock = thread.allocate_lock()
    start = time.time()
    for i in xrange(n):
        lock.acquire()
        lock.release()
    return (time.time() - start) / n


def own_list_stores(n):
    items = [0]
    start = time.time()
    for i in xrange(n):
        items[0] = i
    return (time.time() - start) / n


def starts_and_joins(n):
    start = time.time()
    for i in xrange(n):
        t = threading.Thread(target=int)
        t.start()
        t.join()
    return (time.time() - start) / n


def raw_starts(n):
    done = thread.allocate_lock()
    done.acquire()
    start = time.time()
    for i in xrange(n):
        thread.start_new_thread(done.release, ())
        done.acquire()
    return (time.time() - start) / n


def queue_items(n):
    q = Queue.Queue()

    def put():
        for i in xrange(n):
            q.put(i)

    t = threading.Thread(target=put)
    start = time.time()
    t.start()
    for i in xrange(n):
        q.get()
    t.join()
    return (time.time() - start) / n


def median(values):
    return sorted(values)[len(values) // 2]


def show(name, function, n):
    print '%s\t%.1f' % (name, median(
        [function(n) for i in range(rounds)]) * 1e9)
    sys.stdout.flush()


rounds = int(sys.argv[1])
show('lock+unlock, no thread started', lock_pairs, LOCKS)
show('own list store, no thread started', own_list_stores, LOCKS)
show('thread.start_new_thread to end', raw_starts, STARTS)
show('lock+unlock, threads started', lock_pairs, LOCKS)
show('own list store, threads started', own_list_stores, LOCKS)
show('Thread start+join', starts_and_joins, STARTS)
show('Queue put+get', queue_items, ITEMS)
