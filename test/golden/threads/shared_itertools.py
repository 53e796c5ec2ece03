"""Iterators of itertools that threads share: each item goes to one thread."""
import itertools
import threading


def share(name, make, expected):
    it, got = make(), []

    def take():
        got.extend([x for x in it])
    threads = [threading.Thread(target=take) for i in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print name, sorted(got) == sorted(expected)


N = 3000
XS = range(N)
share('chain', lambda: itertools.chain(XS, tuple(XS), xrange(N)), XS * 3)
share('chain of one', lambda: itertools.chain(*[[i] for i in XS]), XS)
share('from_iterable', lambda: itertools.chain.from_iterable(
    [[i, i] for i in XS]), XS * 2)
share('islice', lambda: itertools.islice(itertools.count(), N), XS)
share('islice of chain', lambda: itertools.islice(
    itertools.chain(XS, XS), 0, None, 2), XS[::2] * 2)
share('izip', lambda: itertools.izip(XS, iter(XS)), zip(XS, XS))
share('izip with count', lambda: itertools.izip(itertools.count(), 'ab' * N),
      list(enumerate('ab' * N)))
share('izip_longest', lambda: itertools.izip_longest(XS, XS[:9]),
      [(i, i if i < 9 else None) for i in XS])
share('imap', lambda: itertools.imap(lambda a, b: a * N + b, XS, XS),
      [i * N + i for i in XS])
share('compress', lambda: itertools.compress(XS, [0, 1] * N), XS[1::2])
share('enumerate', lambda: enumerate(XS, 5), [(i + 5, i) for i in XS])
share('enumerate of izip', lambda: enumerate(itertools.izip(XS, XS)),
      [(i, (i, i)) for i in XS])
share('cycle', lambda: itertools.islice(itertools.cycle(range(7)), N),
      [i % 7 for i in XS])
share('float count', lambda: itertools.islice(itertools.count(0.5), N),
      [i + 0.5 for i in XS])
turns, seen = itertools.cycle('abc'), []


def robin():
    for i in range(N):
        seen.append(next(turns))


threads = [threading.Thread(target=robin) for i in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print [seen.count(c) for c in 'abc']
