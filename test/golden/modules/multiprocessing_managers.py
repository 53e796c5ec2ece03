# Objects in the process of a manager, used by others.
import multiprocessing
import pickle
from multiprocessing.connection import Client, Listener
from multiprocessing.managers import BaseManager, BaseProxy, SyncManager


class Counter(object):
    def __init__(self, start=0):
        self.value = start

    def add(self, n):
        self.value += n
        return self.value

    def get(self):
        return self.value

    def fail(self):
        raise KeyError('no such thing')

    def _hidden(self):
        return 'hidden'


class Own(SyncManager):
    pass


Own.register('Counter', Counter)
Own.register('Shown', Counter, exposed=('get', '_hidden'))


def work(d, l, n, lock, queue, counter, space):
    for i in range(3):
        with lock:
            d[i] = d.get(i, 0) + n
            counter.add(n)
    l.append(n)
    space.last = 'x' * n
    queue.put(n * 10)


def attempt(f, *args):
    try:
        print repr(f(*args))
    except Exception as e:
        print type(e).__name__, e


def main():
    m = Own()
    attempt(m.dict)
    m.start()
    d, l, lock, queue = m.dict(a=1), m.list([0]), m.Lock(), m.Queue()
    counter, space = m.Counter(5), m.Namespace(first=1)
    ps = [multiprocessing.Process(target=work, args=(d, l, n, lock, queue,
                                                     counter, space))
          for n in (1, 2)]
    for p in ps:
        p.start()
        p.join()
    print sorted(d.items()), l, sorted(queue.get() for p in ps), d
    print counter.get(), space, space.first, space.last, counter.value \
        if hasattr(counter, 'value') else 'no value'
    print type(d).__name__, type(counter).__name__, repr(d)[:36]
    attempt(counter.fail)
    attempt(m.Shown(7)._hidden)
    attempt(lambda: m.Shown(7).add(1))
    try:
        counter._callmethod('_hidden')
    except multiprocessing.managers.RemoteError as e:
        print str(e).splitlines()[-2]
    l += [5, 6]
    l *= 2
    print l, len(l), l[1:3], 5 in l, l._getvalue() == l[:]
    v = m.Value('i', 3)
    v.value += 1
    a = m.Array('d', [1, 2])
    a[0] = .5
    print v, v.get(), a, a[0], len(a)
    e = m.Event()
    print e.is_set(), e.set(), e.wait(1), e.is_set()
    s = m.Semaphore(1)
    print s.acquire(), s.acquire(False), s.release()
    print sorted(d, key=str), sorted(list(d.__iter__()), key=str)
    attempt(lambda: d['none'])
    attempt(queue.get_nowait)
    attempt(pickle.dumps, m._authkey)
    pool = m.Pool(2)
    print pool.map(abs, [-1, -2]), pool.apply_async(max, (1, 5)).get()
    print list(pool.imap(abs, [-3]))
    pool.terminate()
    remote = Own(address=m.address, authkey=m._authkey)
    remote.connect()
    print remote.Counter(2).add(3)
    m.shutdown()
    bad = Own(address=m.address)
    print multiprocessing.active_children()


def client(address):
    c = Client(address, authkey='key')
    c.send([1, 'two'])
    print c.recv()
    c.close()


def connections():
    for family in 'AF_INET', 'AF_UNIX':
        listener = Listener(None, family, authkey='key')
        p = multiprocessing.Process(target=client, args=(listener.address,))
        p.start()
        c = listener.accept()
        print c.recv(), c.send('answer')
        p.join()
        listener.close()
        attempt(listener.accept)
    attempt(Listener, 5)
    attempt(Listener, ('localhost', 0), None, 1, 5)


if __name__ == '__main__':
    main()
    connections()
