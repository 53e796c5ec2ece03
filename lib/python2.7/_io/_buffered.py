"""Buffered streams over raw ones.

One class does the work, _Buffered: a reader keeps bytes that it read ahead
(_ahead from _at on), a writer bytes that are not written yet (_pending).
BufferedRandom never has both: it seeks back before it writes and writes
before it reads.  All of it happens under the guard; a raw stream that calls
back gets a RuntimeError.
"""

import errno

from _io._base import (DEFAULT_BUFFER_SIZE, BlockingIOError, Guard,
                       _BufferedIOBase, _IOBase, as_integer, as_limit,
                       as_offset, flush_at_exit, forget_at_exit, full_name,
                       string_or_buffer, was_interrupted)
from _io._file import FileIO

_LARGEST = 1 << 40
_WOULD_BLOCK = 'write could not complete without blocking'


def _check_count(n, limit, what):
    if not 0 <= n <= limit:
        raise IOError('raw %s() returned invalid length %d (should have been '
                      'between 0 and %d)' % (what, n, limit))
    return n


class _Buffered(_BufferedIOBase):
    """What readers, writers and both have in common."""

    __module__ = '_io'

    _raw = None
    _usable = False
    _ahead = b''
    _at = 0
    _reads = _writes = False

    def _start(self, raw, buffer_size):
        self._usable = False
        buffer_size = as_integer(buffer_size)
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        if buffer_size > _LARGEST:
            raise MemoryError
        self._raw = raw
        self._size = buffer_size
        self._ahead = b''
        self._at = 0
        self._pending = bytearray()
        self._guard = Guard()
        self._usable = True
        if isinstance(raw, _IOBase):
            raw._is_owned = True
        if self._writes:
            flush_at_exit(self)
        try:
            self._raw_tell()
        except (IOError, ValueError, AttributeError):
            pass

    def _stream(self):
        """The raw stream; a ValueError if there is none."""
        if not self._usable:
            raise ValueError('raw stream has been detached' if self._raw
                             is None and '_guard' in self.__dict__ else
                             'I/O operation on uninitialized object')
        return self._raw

    def _lock(self):
        guard = self._guard
        if guard.is_mine():
            raise RuntimeError('reentrant call inside %r' % self)
        return guard

    def _check_open(self, what):
        if self._stream().closed:
            raise ValueError('%s of closed file' % what)

    # The raw stream's position.

    def _raw_tell(self):
        n = as_offset(self._raw.tell())
        if n < 0:
            raise IOError('Raw stream returned invalid position %d' % n)
        return n

    def _raw_seek(self, pos, whence):
        n = as_offset(self._raw.seek(pos, whence))
        if n < 0:
            raise IOError('Raw stream returned invalid position %d' % n)
        return n

    # Reading.  All of these are called with the guard held.

    def _raw_read(self, n):
        """At most n bytes with one call; None: there are none yet."""
        raw = self._raw
        while True:
            try:
                if type(raw) is FileIO:
                    return raw.read(n)
                data = bytearray(n)
                got = raw.readinto(memoryview(data))
            except IOError as e:
                if was_interrupted(e):
                    continue
                raise
            if got is None:
                return None
            return bytes(data[:_check_count(as_offset(got), n, 'readinto')])

    def _fill(self):
        """Reads ahead once; what there is now, None: none yet."""
        piece = self._raw_read(self._size)
        self._ahead = piece or b''
        self._at = 0
        return piece

    def _have(self):
        return len(self._ahead) - self._at

    def _take(self, n):
        """n bytes of what was read ahead, or all of it."""
        at = self._at
        piece = self._ahead[at:at + n]
        self._at = at + len(piece)
        return piece

    def _drop_ahead(self):
        self._ahead = b''
        self._at = 0

    def _read_all(self):
        pieces = [self._take(self._have())]
        self._drop_ahead()
        if self._writes:
            self._write_pending()
        while True:
            piece = self._raw.read()
            if piece is not None and not isinstance(piece, bytes):
                raise TypeError('read() should return bytes')
            if not piece:
                rest = b''.join(pieces)
                return piece if not rest and piece is None else rest
            pieces.append(piece)

    def _read_n(self, n):
        have = self._have()
        if n <= have:
            return self._take(n)
        pieces = [self._take(have)]
        left = n - have
        self._drop_ahead()
        if self._writes:
            self._write_pending()
        while left > 0:
            direct = left - left % self._size
            if direct:
                piece = self._raw_read(direct)
            else:
                piece = self._fill()
            if not piece:
                if piece is None and left == n:
                    return None
                break
            if not direct:
                piece = self._take(left)
            pieces.append(piece)
            left -= len(piece)
        return pieces[0] if len(pieces) == 1 else b''.join(pieces)

    def read(self, n=-1):
        """n bytes, fewer at the end; all if n is negative or None.  None if
        the raw stream has none yet."""
        n = as_limit(n)
        if n < -1:
            self._stream()
            raise ValueError('read length must be positive or -1')
        self._check_open('read')
        with self._lock():
            return self._read_all() if n < 0 else self._read_n(n)

    def read1(self, n):
        """At most n bytes, with at most one read of the raw stream."""
        self._stream()
        n = as_integer(n)
        if n < 0:
            raise ValueError('read length must be positive')
        self._check_open('read')
        if n == 0:
            return b''
        with self._lock():
            if self._writes:
                self._write_pending()
            if not self._have():
                self._fill()
            return self._take(n)

    def peek(self, n=0):
        """Bytes that are read next, without going on behind them."""
        self._stream()
        as_integer(n)
        self._check_open('peek')
        with self._lock():
            if self._writes:
                self._flush_and_rewind()
            if not self._have():
                self._fill()
            return self._ahead[self._at:]

    def readline(self, limit=-1):
        """A line, at most limit bytes of it."""
        self._stream()
        limit = as_limit(limit)
        self._check_open('readline')
        with self._lock():
            return self._line(limit)

    def _line(self, limit):
        pieces = []
        n = 0
        if self._writes and not self._have():
            self._write_pending()
        while limit < 0 or n < limit:
            if not self._have() and not self._fill():
                break
            end = self._ahead.find(b'\n', self._at) + 1
            size = (end or len(self._ahead)) - self._at
            if 0 <= limit < n + size:
                size = limit - n
            piece = self._take(size)
            pieces.append(piece)
            n += size
            if piece.endswith(b'\n'):
                break
        return pieces[0] if len(pieces) == 1 else b''.join(pieces)

    # Writing, with the guard held too.

    def _raw_write(self, data):
        """How many bytes the raw stream took, None: it would block."""
        while True:
            try:
                n = self._raw.write(data)
            except IOError as e:
                if was_interrupted(e):
                    continue
                raise
            if n is None:
                return None
            return _check_count(as_offset(n), len(data), 'write')

    def _write_pending(self):
        """Writes what is buffered; BlockingIOError if it must wait."""
        pending = self._pending
        while pending:
            n = self._raw_write(bytes(pending))
            if n is None:
                raise BlockingIOError(errno.EAGAIN, _WOULD_BLOCK, 0)
            del pending[:n]

    def _flush_and_rewind(self):
        """Puts the raw stream where the reader is."""
        self._write_pending()
        if self._reads:
            have = self._have()
            if have:
                self._raw_seek(-have, 1)
            self._drop_ahead()

    def _write_around(self, data):
        """write() of what does not fit into the buffer."""
        try:
            self._write_pending()
        except BlockingIOError:
            room = self._size - len(self._pending)
            self._pending += data[:room]
            if len(data) <= room:
                return len(data)
            raise BlockingIOError(errno.EAGAIN, _WOULD_BLOCK, max(room, 0))
        at = 0
        while len(data) - at > self._size:
            n = self._raw_write(data[at:])
            if n is None:
                self._pending += data[at:at + self._size]
                raise BlockingIOError(errno.EAGAIN, _WOULD_BLOCK,
                                      at + self._size)
            at += n
        self._pending += data[at:]
        return len(data)

    def _write_some(self, data):
        if self._reads and self._ahead:
            have = self._have()
            self._drop_ahead()
            if have:
                self._raw_seek(-have, 1)
        if len(data) <= self._size - len(self._pending):
            self._pending += data
            return len(data)
        return self._write_around(data)

    # Positions, closing.

    def tell(self):
        raw = self._stream()
        return long(self._raw_tell() - self._have() +
                    len(self._pending))

    def seek(self, target, whence=0):
        """Changes the position; stays in what was read ahead if it can."""
        self._stream()
        whence = as_integer(whence)
        if not 0 <= whence <= 2:
            raise ValueError('whence must be between 0 and 2, not %d'
                             % whence)
        self._check_open('seek')
        target = as_offset(target)
        with self._lock():
            if whence != 2 and self._reads and not self._pending:
                here = self._raw_tell()
                offset = target
                if whence == 0:
                    offset -= here - self._have()
                if self._ahead and -self._at <= offset <= self._have():
                    self._at += offset
                    return long(here - self._have())
            if self._writes:
                self._write_pending()
            if whence == 1:
                target -= self._have()
            n = self._raw_seek(target, whence)
            self._drop_ahead()
            return long(n)

    def truncate(self, pos=None):
        """Cuts the file off at pos, by default at the position."""
        raw = self._stream()
        with self._lock():
            if self._writes:
                self._flush_and_rewind()
            return raw.truncate(pos)

    def flush(self):
        """Writes what is buffered."""
        raw = self._stream()
        if not self._writes:
            return raw.flush()
        self._check_open('flush')
        with self._lock():
            self._flush_and_rewind()

    def close(self):
        """Flushes, then closes the raw stream in any case."""
        raw = self._stream()
        if raw.closed:
            return
        try:
            self.flush()
        finally:
            forget_at_exit(self)
            raw.close()

    def detach(self):
        """Flushes and gives the raw stream away."""
        raw = self._stream()
        self.flush()
        if isinstance(raw, _IOBase):
            raw._is_owned = False
        forget_at_exit(self)
        self._usable = False
        self._raw = None
        return raw

    # What the raw stream knows.

    @property
    def raw(self):
        raw = self._raw
        if raw is None and '_guard' not in self.__dict__:
            raise AttributeError('raw')
        return raw

    @property
    def closed(self):
        return self._stream().closed

    @property
    def name(self):
        return self._stream().name

    @property
    def mode(self):
        return self._stream().mode

    def fileno(self):
        return self._stream().fileno()

    def isatty(self):
        return self._stream().isatty()

    def seekable(self):
        return self._stream().seekable()

    def readable(self):
        return self._stream().readable()

    def writable(self):
        return self._stream().writable()

    def __repr__(self):
        try:
            return '<%s name=%r>' % (full_name(self), self.name)
        except (AttributeError, ValueError):
            return '<%s>' % full_name(self)

    def __sizeof__(self):
        return object.__sizeof__(self) + self._size

    def __getstate__(self):
        raise TypeError('cannot serialize %r object' % full_name(self))


def _check_readable(raw):
    if not raw.readable():
        raise IOError('File or stream is not readable.')


def _check_writable(raw):
    if not raw.writable():
        raise IOError('File or stream is not writable.')


def _warn_max_size():
    import warnings
    warnings.warn('max_buffer_size is deprecated', DeprecationWarning, 3)


class BufferedReader(_Buffered):
    """A buffer for reading from a raw stream."""

    __module__ = '_io'
    _reads = True

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self._usable = False
        _check_readable(raw)
        self._start(raw, buffer_size)

    def next(self):
        self._check_open('readline')
        with self._lock():
            line = self._line(-1)
        if not line:
            raise StopIteration
        return line

    def write(self, b):
        self._unsupported('write')


class BufferedWriter(_Buffered):
    """A buffer for writing to a raw stream."""

    __module__ = '_io'
    _writes = True

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE,
                 max_buffer_size=None):
        self._usable = False
        if max_buffer_size is not None:
            _warn_max_size()
        _check_writable(raw)
        self._start(raw, buffer_size)

    def write(self, b):
        """Takes bytes; returns their number."""
        raw = self._stream()
        data = string_or_buffer(b)
        with self._lock():
            if raw.closed:
                raise ValueError('write to closed file')
            return long(self._write_some(data))

    def read(self, n=-1):
        self._unsupported('read')

    def read1(self, n):
        self._unsupported('read1')

    def readline(self, limit=-1):
        self._unsupported('read')

    @property
    def peek(self):
        raise AttributeError("'%s' object has no attribute 'peek'"
                             % full_name(self))


class BufferedRandom(_Buffered):
    """A buffer for reading and writing a raw stream that can seek."""

    __module__ = '_io'
    _reads = _writes = True

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE,
                 max_buffer_size=None):
        self._usable = False
        if max_buffer_size is not None:
            _warn_max_size()
        if not raw.seekable():
            raise IOError('File or stream is not seekable.')
        _check_readable(raw)
        _check_writable(raw)
        self._start(raw, buffer_size)

    next = BufferedReader.__dict__['next']
    write = BufferedWriter.__dict__['write']


class BufferedRWPair(_BufferedIOBase):
    """A reader and a writer over two raw streams, of a socket or pipes."""

    __module__ = '_io'

    reader = writer = None

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE,
                 max_buffer_size=None):
        if max_buffer_size is not None:
            _warn_max_size()
        _check_readable(reader)
        _check_writable(writer)
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def _part(self, which):
        part = getattr(self, which)
        if part is None:
            raise ValueError('I/O operation on uninitialized object')
        return part

    def read(self, *args):
        return self._part('reader').read(*args)

    def readinto(self, b):
        return self._part('reader').readinto(b)

    def read1(self, n):
        return self._part('reader').read1(n)

    def peek(self, *args):
        return self._part('reader').peek(*args)

    def readable(self):
        return self._part('reader').readable()

    def write(self, b):
        return self._part('writer').write(b)

    def writable(self):
        return self._part('writer').writable()

    def flush(self):
        return self._part('writer').flush()

    def close(self):
        """Closes the writer, then the reader in any case."""
        try:
            self._part('writer').close()
        finally:
            self._part('reader').close()

    def isatty(self):
        return (self._part('writer').isatty() or
                self._part('reader').isatty())

    @property
    def closed(self):
        return self._part('writer').closed
