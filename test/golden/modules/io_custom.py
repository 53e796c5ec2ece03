# Streams written in Python under and over those of module io.
import io


class Chunks(io.RawIOBase):
    def __init__(self, *chunks):
        self.chunks = list(chunks)

    def readable(self):
        return True

    def readinto(self, b):
        if not self.chunks:
            return 0
        chunk = self.chunks.pop(0)
        if chunk is None:
            return None
        b[:len(chunk)] = chunk
        return len(chunk)


class Sink(io.RawIOBase):
    def __init__(self):
        self.got = []

    def writable(self):
        return True

    def write(self, b):
        self.got.append(b[:5].tobytes())
        return min(len(b), 5)


r = io.BufferedReader(Chunks(b'ab', b'cd\ne', b'f'))
print r.readline(), r.read(1), r.read(), repr(r.read())
r = io.BufferedReader(Chunks(None, b'x', None))
print r.read(3), r.read(), r.read1(4)
t = io.TextIOWrapper(io.BufferedReader(Chunks(b'\xe2', b'\x82\xac\r', b'\nz')),
                     encoding='utf-8')
print list(t), repr(t.newlines)
sink = Sink()
w = io.BufferedWriter(sink, 8)
print w.write(b'123'), w.write(b'4567890'), sink.got
w.flush()
print sink.got
try:
    io.BufferedReader(sink)
except IOError as e:
    print e
print list(Chunks(b'l', b'1', b'\n', b'l2')), Chunks(b'q', b'w').readall()


class Loud(io.BytesIO):
    def close(self):
        print 'closing', self.getvalue()
        io.BytesIO.close(self)


with io.TextIOWrapper(io.BufferedWriter(Loud()), 'ascii') as f:
    f.write(u'text')
print f.closed, isinstance(f, io.TextIOBase), issubclass(io.FileIO,
                                                         io.RawIOBase)


class Bad(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, b):
        return len(b) + 1


try:
    io.BufferedReader(Bad(), 10).read(3)
except IOError as e:
    print e
try:
    io.IOBase().read()
except Exception as e:
    print type(e).__name__, e
try:
    io.IOBase().seek(0)
except io.UnsupportedOperation as e:
    print e, isinstance(e, ValueError), isinstance(e, IOError)
s = io.StringIO(u'a\r\nb', newline=None)
print repr(s.getvalue()), s.newlines, s.seek(1), s.write(u'\U0001d11e'), repr(
    s.getvalue())
d = io.IncrementalNewlineDecoder(None, True)
print repr(d.decode(u'a\r')), repr(d.decode(u'\nb\rc\n')), d.newlines
