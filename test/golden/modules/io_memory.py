# -*- coding: utf-8 -*-
import io
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception, x: print type(x).__name__, x
b = io.BytesIO('ab\ncd')
for a in u'abc', 1, []:
    t(b.write, a); t(io.BytesIO, a)
for call in (b.read, 1), (b.readline,), (b.tell,), (b.write, 'XYZ'), (b.getvalue,), (b.seek, -1), (b.seek, 9), (b.write, bytearray('!')), (b.getvalue,), (b.truncate, 3), (b.getvalue,), (b.seek, 0, 7), (b.truncate, -1), (b.detach,), (b.fileno,), (b.readinto, 'x'), (b.readinto, bytearray(2)), (b.seek, 0), (b.readlines,), (b.writelines, ['a', 'b']), (b.writelines, 5), (b.__setstate__, 5), (b.__setstate__, ('q', 1, None)), (b.__getstate__,):
    t(*call)
b.close()
for n in 'flush', 'isatty', 'readable', 'tell', 'read', 'getvalue', 'next', 'close', '__getstate__':
    t(getattr(b, n))
for newline in None, '', '\n', '\r', '\r\n':
    s = io.StringIO(u'ab\r\nc\rd\né', newline)
    print repr(s.getvalue()), list(s), s.newlines, s.tell()
    t(s.write, u'x\n'); t(s.seek, 3); t(s.write, u'QQ'); t(s.getvalue); t(s.truncate, 2); t(s.getvalue); t(s.readline)
for a in ('x',), (5,), (u'', 5), (u'', 'x'):
    t(io.StringIO, *a)
for call in (s.write, 'x'), (s.read, 'a'), (s.seek, -1), (s.seek, 1, 1), (s.seek, 0, 2), (s.seek, 0, 7), (s.truncate, -1), (s.detach,), (s.fileno,), (s.isatty,), (s.readline, 'x'), (s.close,), (s.read,), (s.write, ''), (s.next,), (s.flush,):
    t(*call)
for c in io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase:
    o = c()
    for n in 'readline seek tell truncate flush fileno isatty readable detach'.split():
        if hasattr(o, n) and not (n == 'readline' and c in (io.IOBase, io.RawIOBase)):
            t(getattr(o, n), *(['x'] if n == 'seek' else []))
print isinstance(b, io.BufferedIOBase), isinstance(s, io.TextIOBase), issubclass(io.FileIO, io.RawIOBase)
d = io.IncrementalNewlineDecoder(None, True)
t(d.decode, u'a\r\nb\r'); t(d.getstate); t(d.decode, u'', True); t(getattr, d, 'newlines')
