# A generator that is a context manager is ended by its with statement.
from contextlib import contextmanager

@contextmanager
def opened(name):
    print 'open', name
    try:
        yield name
    finally:
        print 'close', name

def plain():
    try:
        yield 1
    finally:
        print 'plain closed'

log = [1, 2, 3]
for i in range(2):
    with opened(i) as x:
        del log[1:]
        print x, log
manager = opened('given up')
manager.__enter__()
del manager
print 'deleted'
g = plain()
g.next()
del g
print 'end'
