# The layers of module io over one file: raw, buffered, text; errors of each.
import io
import os
import shutil
import tempfile

folder = tempfile.mkdtemp()
os.chdir(folder)


def attempt(f, *args, **kw):
    try:
        print repr(f(*args, **kw))
    except Exception as e:
        print type(e).__name__, e


with io.open('t', 'w', encoding='utf-8', newline='\r\n') as f:
    print f, f.mode, f.buffer.raw
    print f.write(u'one\ntwo\u20ac\n'), f.tell()
    attempt(f.write, 'bytes')
    attempt(f.read)
print open('t', 'rb').read().__repr__()
for newline in None, '', '\n', '\r', '\r\n':
    f = io.open('t', encoding='utf-8', newline=newline)
    print list(f), f.newlines
f = io.open('t', encoding='utf-8')
print repr(f.read(5)), f.tell(), repr(f.readline()), f.tell()
f.seek(6)
print repr(f.read(3)), repr(f.readline(1)), repr(f.readline())
print next(iter(io.open('t', encoding='utf-8')), None)
f = io.open('t', 'r+b', buffering=4)
print f.read(2), f.peek()[:2], f.tell(), f.write(b'XY'), f.tell()
print f.seek(-2, 1), f.read(4), f.truncate(8), f.seek(0), f.read()
f.close()
attempt(f.read, 1)
attempt(f.seek, 0)
r = io.FileIO('t')
print r.readall(), r.read(), r.seek(2), r.read(3), r.readable(), r.writable()
b = bytearray(4)
print r.seek(0), r.readinto(b), b
attempt(r.write, b'')
attempt(io.open, 't', 'rw')
attempt(io.open, 't', 'rb', encoding='ascii')
attempt(io.open, 'none')
attempt(io.open, 't', buffering=0)
attempt(io.TextIOWrapper, io.BytesIO(), encoding='no-such')
d = io.TextIOWrapper(io.BytesIO(b'ab\xff'), encoding='ascii')
attempt(d.read)
print repr(io.TextIOWrapper(io.BytesIO(b'a\xffb'), 'ascii', 'replace').read())
print repr(io.TextIOWrapper(io.BytesIO(u'x\u20acy'.encode('utf-16')),
                            'utf-16').read())
shutil.rmtree(folder)
