# Processes: pipes, queues, locks, events, pools.
import multiprocessing
import os
import time


def square(x):
    return x * x


def fail(x):
    raise ValueError('no %d' % x)


def slow(x):
    time.sleep(0.05)
    return x, os.getpid() != parent


def echo(connection):
    while True:
        message = connection.recv()
        if message is None:
            break
        connection.send((message, len(message)))
    connection.close()


def work(tasks, results, lock):
    while True:
        n = tasks.get()
        if n is None:
            break
        with lock:
            results.put((n, n ** 2))


def wait(event, results):
    results.put(event.wait(10))


def finish(queue):
    for i in range(3):
        queue.get()
        queue.task_done()


def attempt(f, *args, **kw):
    try:
        print repr(f(*args, **kw))
    except Exception as e:
        print type(e).__name__, e


parent = os.getpid()
if __name__ == '__main__':
    ours, theirs = multiprocessing.Pipe()
    p = multiprocessing.Process(target=echo, args=(theirs,))
    p.start()
    ours.send('hello')
    print ours.recv(), ours.poll(), ours.poll(0.01)
    ours.send(range(5000))
    print ours.recv()[1]
    ours.send(None)
    p.join()
    print p.exitcode
    r, w = multiprocessing.Pipe(False)
    w.send_bytes('some bytes', 5)
    print r.recv_bytes(), r.readable, r.writable
    attempt(r.send, 1)
    attempt(w.recv)
    w.send_bytes('x' * 9)
    attempt(r.recv_bytes, 5)

    tasks, results = multiprocessing.Queue(), multiprocessing.Queue()
    lock = multiprocessing.Lock()
    workers = [multiprocessing.Process(target=work,
                                       args=(tasks, results, lock))
               for i in range(3)]
    for p in workers:
        p.start()
    for n in range(20):
        tasks.put(n)
    for p in workers:
        tasks.put(None)
    print sorted(results.get() for n in range(20))[-3:]
    for p in workers:
        p.join()
    attempt(results.get, False)
    attempt(results.get, True, 0.01)
    small = multiprocessing.Queue(1)
    small.put(1)
    attempt(small.put, 2, False)
    print small.get()

    event = multiprocessing.Event()
    p = multiprocessing.Process(target=wait, args=(event, results))
    p.start()
    event.set()
    print results.get(), event.is_set()
    p.join()
    joinable = multiprocessing.JoinableQueue()
    for i in range(3):
        joinable.put(i)
    p = multiprocessing.Process(target=finish, args=(joinable,))
    p.start()
    joinable.join()
    p.join()
    attempt(joinable.task_done)

    rlock = multiprocessing.RLock()
    print rlock.acquire(), rlock.acquire(), rlock
    rlock.release()
    rlock.release()
    attempt(rlock.release)
    attempt(lock.release)
    s = multiprocessing.BoundedSemaphore(2)
    print s.acquire(), s.acquire(False), s.acquire(False), s
    print s.acquire(True, 0.01), lock

    pool = multiprocessing.Pool(3)
    print pool.map(square, range(10))
    print pool.apply(square, (7,)), pool.apply_async(square, (8,)).get(10)
    print list(pool.imap(square, range(5)))
    print sorted(pool.imap_unordered(square, range(5)))
    attempt(pool.apply, fail, (3,))
    print sorted(pool.map(slow, range(6)))[::5]
    pool.close()
    pool.join()
    pool = multiprocessing.Pool(1, maxtasksperchild=2)
    pids = set(pool.apply(os.getpid) for i in range(4))
    print len(pids)
    pool.terminate()
    pool.join()
