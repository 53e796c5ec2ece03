from multiprocessing.pool import ThreadPool
from multiprocessing import dummy, Process, cpu_count, current_process
import multiprocessing, os, sys, time
def square(x): return x * x
def bad(x):
    if x == 3: raise ValueError('three')
    return x
p = ThreadPool(4)
print p.map(square, range(20)), p.apply(square, (7,)), p.map(square, [])
print list(p.imap(square, xrange(10))), sorted(p.imap_unordered(square, range(10)))
got = []
r = p.apply_async(square, (5,), callback=got.append); print r.get(10), r.ready(), r.successful(), got
for f in (lambda: p.map(bad, range(6)), lambda: p.apply(bad, (3,)), lambda: list(p.imap(bad, range(6)))):
    try: print f()
    except ValueError, e: print 'ValueError', e
try: p.apply_async(time.sleep, (0.5,)).get(0.01)
except multiprocessing.TimeoutError: print 'timeout'
p.close(); p.join()
d = dummy.Pool(2); print d.map(len, ['a', 'bb']); d.terminate(); d.join()
a, b = dummy.Pipe(); a.send('x'); print b.poll(), b.recv(), b.poll()
q = dummy.Queue(); t = dummy.Process(target=q.put, args=(1,)); t.start(); t.join(); print q.get(), t.exitcode
def child(n):
    sys.exit(n)
c = Process(target=child, args=(5,)); print c.is_alive(), c.exitcode, c.name
c.start(); c.join(); print c.exitcode, c.is_alive(), cpu_count() > 0, current_process().name, c
