from contextlib import contextmanager, closing, nested
@contextmanager
def tag(n):
    print '<%s>' % n
    try:
        yield n.upper()
    except ValueError as e:
        print 'swallowed', e
    finally:
        print '</%s>' % n
with tag('a') as x, tag('b') as y: print x, y
with tag('c'): raise ValueError('v')
try:
    with tag('d'): raise KeyError('k')
except KeyError as e:
    print 'out', e
class R(object):
    def close(self): print 'closed'
with closing(R()) as r: print type(r).__name__
@contextmanager
def noyield():
    if 0: yield
@contextmanager
def twice():
    yield 1
    yield 2
@contextmanager
def swallow():
    try: yield
    except Exception: pass
for cm in (noyield, twice):
    try:
        with cm(): pass
    except RuntimeError as e:
        print e
with swallow(): 1 / 0
print 'after'
@contextmanager
def stop():
    yield
try:
    with stop(): raise StopIteration('inside')
except StopIteration as e:
    print 'StopIteration', e
def ret():
    with tag('r'): return 'returned'
print ret()
