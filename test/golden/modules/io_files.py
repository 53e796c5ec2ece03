# -*- coding: utf-8 -*-
import io, os, tempfile
p = os.path.join(tempfile.mkdtemp(), 'f')
def t(f, *a, **k):
    try: print repr(f(*a, **k)).replace(p, 'PATH')
    except Exception, x: print type(x).__name__, str(x).replace(p, 'PATH')
w = io.open(p, 'wb')
for a in (w.write, u'abc'), (w.write, 1), (w.write, bytearray('x')), (w.read,), (w.seek, 0, 5), (w.writelines, ['a', 'b']), (w.tell,), (repr, w), (w.close,), (w.write, 'x'), (w.flush,), (w.tell,), (w.seek, 0), (w.__enter__,), (repr, w):
    t(*a)
r = io.open(p, 'rb')
for a in (r.read, -2), (r.peek,), (r.read, 2), (r.tell,), (r.read1, 100), (r.read1, -1), (r.seek, 1), (r.readinto, bytearray(3)), (r.write, 'a'), (r.detach,), (r.read,), (repr, r):
    t(*a)
f = io.FileIO(p, 'r+')
for a in (f.read, 2), (f.write, 'QQ'), (f.seek, 0), (f.readall,), (f.truncate, 3), (f.read,), (f.readable,), (f.mode.upper,), (f.close,), (f.read,), (repr, f):
    t(*a)
with io.open(p, 'w+b') as g:
    print g.write('hello world'), g.seek(6), g.read(2), g.write('XX'), g.seek(0), g.read(), g.seek(-3, 2), g.readline()
for a in (io.FileIO, p, 'q'), (io.FileIO, p, 'rw'), (io.FileIO, -1), (io.FileIO, p + 'x'), (io.FileIO, os.path.dirname(p).__add__('/.')[:4]), (io.FileIO, p, 'r', 0), (io.open, p, 'q'), (io.open, p, 'U+w'), (io.open, p, 'tb'), (io.open, None), (io.open, p, 'r', 0), (io.open, p, 'rb', -1, 'utf8'), (io.open, p, 'r', -1, 'nope'), (io.open, p, 'r', -1, None, None, 'x'), (io.open, p + 'x'):
    t(*a)
with io.open(p, 'w', encoding='utf-8') as w:
    t(w.write, 'abc'); t(w.write, u'é\nab\r\ncd\r' * 2); t(w.read); t(w.seek, 1, 1)
for newline in None, '', '\n', '\r', '\r\n':
    with io.open(p, encoding='utf-8', newline=newline) as r:
        print list(r), r.newlines
        r.seek(0)
        print repr(r.read(3)), r.tell(), repr(r.readline()), r.tell(), repr(r.readline(2)), repr(r.read())
        r.seek(5); print repr(r.read(4)); t(r.write, u'q'); t(r.readline, 'a')
with io.open(p, 'w', encoding='utf-16', newline='\r\n') as w:
    w.write(u'one\ntwo'); w.flush(); w.write(u'€\n')
with io.open(p, 'a', encoding='utf-16') as w: w.write(u'three')
print repr(io.open(p, 'rb').read())
r = io.open(p, encoding='utf-16', newline='')
places = []
while True:
    places.append(r.tell())
    c = r.read(1)
    if not c: break
for q in places[::3]:
    r.seek(q); print repr(r.read(2)),
print
x = io.TextIOWrapper(io.BytesIO('abc\xff'), 'ascii', 'replace')
print repr(x), x.errors, x.line_buffering, repr(x.read()), repr(x.detach().getvalue())
t(x.read); t(io.BufferedReader, io.BytesIO(), 0)
pair = io.BufferedRWPair(io.BytesIO('abc'), io.BytesIO())
t(pair.read, 2); t(pair.write, 'q'); t(pair.fileno); t(pair.seek, 0)
e = io.BlockingIOError(11, 'text', 3)
print e, e.characters_written, isinstance(io.UnsupportedOperation('x'), (ValueError,)), repr(e)
