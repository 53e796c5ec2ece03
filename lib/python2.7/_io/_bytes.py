"""BytesIO: a stream of bytes in memory.

What it holds is a str until the first write and a bytearray from then on, so
that reading what the constructor was given copies nothing twice."""

from _io._base import (_BufferedIOBase, CLOSED, Guard, as_bytes, as_integer,
                       as_limit, as_offset, byte_length, full_name, store_bytes)


class BytesIO(_BufferedIOBase):
    """A stream of bytes in memory, with initial_bytes in it."""

    __module__ = '_io'

    def __new__(cls, *args, **kwargs):
        self = _BufferedIOBase.__new__(cls)
        self._data = b''
        self._pos = 0
        self._guard = Guard()
        return self

    def __init__(self, initial_bytes=None):
        data = b'' if initial_bytes is None else as_bytes(initial_bytes)
        with self._guard:
            self._data = data
            self._pos = 0

    def __getstate__(self):
        return self.getvalue(), self._pos, self._extra_attributes() or None

    def _extra_attributes(self):
        own = ('_data', '_pos', '_guard', '_shut', '_is_owned')
        return dict((k, v) for k, v in self.__dict__.items() if k not in own)

    def __setstate__(self, state):
        self.__dict__.setdefault('_guard', Guard())
        self._check()
        if not isinstance(state, tuple) or len(state) < 3:
            raise TypeError('%s.__setstate__ argument should be 3-tuple, '
                            'got %s' % (full_name(self), type(state).__name__))
        data, pos, attributes = state[:3]
        data = as_bytes(data)
        if not isinstance(pos, (int, long)):
            raise TypeError('second item of state must be an integer, not %s'
                            % type(pos).__name__)
        if pos < 0:
            raise ValueError('position value cannot be negative')
        if attributes is not None and not isinstance(attributes, dict):
            raise TypeError('third item of state should be a dict, got a %s'
                            % type(attributes).__name__)
        with self._guard:
            self._data = data
            self._pos = pos
        if attributes:
            self.__dict__.update(attributes)

    def _check(self):
        if self._shut:
            raise ValueError(CLOSED)

    def getvalue(self):
        """All bytes, wherever the position is."""
        self._check()
        with self._guard:
            data = self._data
            if not isinstance(data, bytes):
                data = bytes(data)
            return data

    def close(self):
        self._data = b''
        self._shut = True

    @property
    def closed(self):
        return self._shut

    def flush(self):
        self._check()

    def isatty(self):
        self._check()
        return False

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def __sizeof__(self):
        return object.__sizeof__(self) + len(self._data)

    def _take_to(self, end):
        """The bytes up to end, which are read; the guard is held."""
        data = self._data
        start = self._pos
        if start >= end:
            return b''
        self._pos = end
        if isinstance(data, bytes):
            return data[start:end]
        return bytes(buffer(data, start, end - start))

    def read(self, size=-1):
        """At most size bytes; all that are left if negative or None."""
        self._check()
        size = as_limit(size)
        with self._guard:
            end = len(self._data)
            if 0 <= size < end - self._pos:
                end = self._pos + size
            return self._take_to(end)

    def read1(self, size):
        """The same as read()."""
        if size is not None and not isinstance(size, (int, long)):
            as_limit(size)
        return self.read(size)

    def readinto(self, b):
        """Fills b; returns the number of bytes."""
        self._check()
        n = byte_length(b)
        with self._guard:
            data = self._take_to(min(self._pos + n, len(self._data)))
        store_bytes(b, data)
        return long(len(data))

    def _line(self, size):
        with self._guard:
            end = len(self._data)
            if self._pos < end:
                end = self._data.find(b'\n', self._pos) + 1 or end
            if 0 <= size < end - self._pos:
                end = self._pos + size
            return self._take_to(end)

    def readline(self, size=-1):
        """A line, at most size bytes of it."""
        self._check()
        return self._line(as_limit(size))

    def __iter__(self):
        self._check()
        return self

    def next(self):
        self._check()
        line = self._line(-1)
        if not line:
            raise StopIteration
        return line

    def readlines(self, size=None):
        """The lines, up to about size bytes of them."""
        self._check()
        limit = as_limit(size)
        lines = []
        n = 0
        while True:
            line = self._line(-1)
            if not line:
                return lines
            lines.append(line)
            n += len(line)
            if 0 < limit <= n:
                return lines

    def tell(self):
        self._check()
        return long(self._pos)

    def seek(self, pos, whence=0):
        """Changes the position; behind the end is allowed."""
        self._check()
        pos = as_offset(pos)
        whence = as_integer(whence)
        if pos < 0 and whence == 0:
            raise ValueError('negative seek value %d' % pos)
        with self._guard:
            if whence == 1:
                pos += self._pos
            elif whence == 2:
                pos += len(self._data)
            elif whence != 0:
                raise ValueError('invalid whence (%d, should be 0, 1 or 2)'
                                 % whence)
            self._pos = max(pos, 0)
            return long(self._pos)

    def _writable_data(self):
        data = self._data
        if not isinstance(data, bytearray):
            data = self._data = bytearray(data)
        return data

    def truncate(self, size=None):
        """Drops what is behind size, by default behind the position."""
        self._check()
        with self._guard:
            size = self._pos if size is None else as_limit(size)
            if size < 0:
                raise ValueError('negative size value %d' % size)
            if size < len(self._data):
                del self._writable_data()[size:]
            return long(size)

    def write(self, b):
        """Writes bytes at the position; returns their number."""
        self._check()
        piece = as_bytes(b)
        n = len(piece)
        if not n:
            return 0L
        with self._guard:
            data = self._writable_data()
            pos = self._pos
            size = len(data)
            if pos == size:
                data += piece
            else:
                if pos > size:
                    data += b'\0' * (pos - size)
                data[pos:pos + n] = piece
            self._pos = pos + n
        return long(n)

    def writelines(self, lines):
        """Writes strings one behind the other."""
        self._check()
        for line in lines:
            self.write(line)
