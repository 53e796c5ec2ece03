"""Runs one piece of work in one thread and in several, in turns.

    PROGRAM ROUNDS SECONDS THREADS [THREADS...]

Work is a function of a count.  The count is chosen so that one thread takes
about SECONDS, and so that it can be shared by MOST threads evenly.  Each round then prints, per number of threads k, the seconds
that k threads took of which each did all of the work or, with more than two,
2/k of it.  A line `total` before them: whether the work of several threads is
one piece (shared writing), so that each does 1/k of it.
"""
import sys
import threading
import time


MOST = 64


def timed(work, n, k):
    """Seconds from the common start of k threads to the end of the last."""
    gate = threading.Event()
    ready = threading.Semaphore(0)

    def body():
        ready.release()
        gate.wait()
        work(n)

    threads = [threading.Thread(target=body) for i in range(k)]
    for t in threads:
        t.start()
    for t in threads:
        ready.acquire()
    start = time.time()
    gate.set()
    for t in threads:
        t.join()
    return time.time() - start


def choose_count(work, seconds):
    n = 1
    while True:
        took = min(timed(work, n, 1), timed(work, n, 1))
        if took > seconds / 4:
            parts = int(n * seconds / took) // MOST
            return max(1, parts) * MOST
        n *= 2 if took > seconds / 50 else 8


def share(n, k, total):
    if total:
        return max(1, n // k)
    return n if k <= 2 else max(1, 2 * n // k)


def main(work, total=False):
    rounds, seconds = int(sys.argv[1]), float(sys.argv[2])
    counts = [int(a) for a in sys.argv[3:]]
    n = choose_count(work, seconds)
    print 'total' if total else 'each'
    for i in range(rounds):
        print ' '.join('%.6f' % timed(work, share(n, k, total), k)
                       for k in counts)
