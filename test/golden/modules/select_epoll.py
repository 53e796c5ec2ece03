# select.epoll: making, watching, waiting, closing.
import os
import select
from select import EPOLLET, EPOLLIN, EPOLLOUT


def show(f, *args, **kw):
    try:
        print f(*args, **kw)
    except Exception as e:
        print type(e).__name__, e


for args, kw in (((1, 2, 3), {}), (('foo',), {}), ((None,), {}), ((-2,), {}),
                 ((0,), {}), ((1.5,), {}), ((), {'x': 3}), ((2 ** 31,), {})):
    show(select.epoll, *args, **kw)
e = select.epoll(sizehint=3)
print type(e), e.closed, e.fileno() > 2
r, w = os.pipe()
for args in ((w,), (w,), (object(),), (-1,), (100000,), (r, 'x'), (r, 1.5),
             (), (1, 2, 3), (r, 2 ** 32), (r,)):
    show(e.register, *args)
print e.poll() == [(w, EPOLLOUT)]
for args in (r,), (r, 0), (100000, 1), (r, EPOLLIN):
    show(e.modify, *args)
for args in (w,), (w,), (100000,), ():
    try:
        print e.unregister(*args)
    except (IOError, TypeError) as error:
        print error
for args in ((0,), (0.01,), ('x',), (1, 0), (1, -2), (1e10,), (None,),
             (0, 2 ** 31), (0, 1, 2)):
    show(e.poll, *args)
os.write(w, 'x')
print e.poll(0) == [(r, EPOLLIN)], e.poll(timeout=0, maxevents=-1) == [(r, 1)]
e.modify(r, EPOLLIN | EPOLLET)
print len(e.poll(0)), e.poll(0)
other = select.epoll.fromfd(e.fileno())
print other.fileno() == e.fileno(), type(other)
show(select.epoll.fromfd, 'x')
e.close()
e.close()
print e.closed
for f, args in ((e.fileno, ()), (e.poll, ()), (e.register, (r,)),
                (e.modify, (r, 1)), (e.unregister, (r,)), (other.poll, (0,))):
    show(f, *args)
try:
    e.closed = 5
except AttributeError as error:
    print error
print [n for n in dir(select.epoll) if n[0] != '_']
print sorted((n, getattr(select, n)) for n in dir(select) if n[:5] == 'EPOLL')
