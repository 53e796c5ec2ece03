# imap() takes from its iterable while results are used, and an error of the
# iterable comes behind the results before it.
import itertools
from multiprocessing.pool import ThreadPool


def square(x):
    return x * x


def until(n):
    for i in itertools.count():
        if i == n:
            raise ValueError('at %d' % n)
        yield i


pool = ThreadPool(2)
it = pool.imap(square, until(3))
print it.next(), it.next(), it.next()
try:
    it.next()
except ValueError as e:
    print 'ValueError', e
it = pool.imap(square, until(7), 3)
print [it.next() for i in range(6)]
try:
    it.next()
except ValueError as e:
    print 'ValueError', e
pool.terminate()
