# Files in memory: reading, writing, searching, resizing, errors.
import mmap
import os
import tempfile


def attempt(f, *args, **kw):
    try:
        print repr(f(*args, **kw))
    except Exception as e:
        print type(e).__name__, e


fd, path = tempfile.mkstemp()
os.write(fd, 'hello world\nline2\n')
m = mmap.mmap(fd, 0)
for name, args in [
        ('read_byte', ()), ('read', (3,)), ('read', (-1,)), ('readline', ()),
        ('seek', (3,)), ('seek', (99,)), ('seek', (-1,)), ('seek', (0, 5)),
        ('find', ('o',)), ('find', ('o', 5)), ('rfind', ('o',)),
        ('rfind', ('o', 0, 5)), ('find', ('',)), ('rfind', ('',)),
        ('find', ('zz',)), ('tell', ()), ('size', ()), ('write', ('abc',)),
        ('write', ('x' * 99,)), ('write_byte', ('ab',)), ('write_byte', (3,)),
        ('move', (0, 5, 3)), ('move', (0, 99, 3)), ('flush', ()),
        ('resize', (30,)), ('__len__', ()), ('__getitem__', (0,)),
        ('__getitem__', (99,)), ('__getitem__', ('a',)),
        ('__setitem__', (0, 'ab')), ('__setitem__', (0, 3)),
        ('__setitem__', (slice(0, 2), 'abc')), ('__delitem__', (0,)),
        ('read', (None,)), ('read_byte', ()), ('close', ()), ('read', (1,)),
        ('close', ()), ('tell', ())]:
    attempt(getattr(m, name), *args)
for args in [(fd, -1), (fd, 1000), (99, 0), ('a', 3), (fd, 0, 1, 2, 2),
             (fd,)]:
    attempt(mmap.mmap, *args)
attempt(mmap.mmap, fd, 0, access=7)
attempt(mmap.mmap, fd, 0, access=1, flags=2)
attempt(mmap.mmap, fd, 0, offset=3)
attempt(mmap.mmap, fd, 0, offset=-1)
m = mmap.mmap(fd, 0, access=mmap.ACCESS_READ)
for name, args in [('write', ('a',)), ('write_byte', ('a',)),
                   ('move', (0, 1, 1)), ('resize', (3,)),
                   ('__setitem__', (0, 'a'))]:
    attempt(getattr(m, name), *args)
m = mmap.mmap(fd, 0, access=mmap.ACCESS_COPY)
attempt(m.resize, 3)
m[0:2] = 'zz'
print m[0:5], repr(m[::2]), repr(m[:]), list(m)[:2], 'l' in m, bool(m)
attempt(lambda: m * 2)
print str(buffer(m, 0, 3)), repr(open(path).read(3))
a = mmap.mmap(-1, 10)
a[2:4] = 'xy'
print repr(a[:])
attempt(mmap.mmap, -1, 0)
os.ftruncate(fd, 0)
attempt(mmap.mmap, fd, 0)
os.close(fd)
os.remove(path)
