"""Base classes of streams, their exceptions, and what the layers share."""

import errno
import sys
import thread

__all__ = ['DEFAULT_BUFFER_SIZE', 'BlockingIOError', 'UnsupportedOperation',
           '_IOBase', '_RawIOBase', '_BufferedIOBase', '_TextIOBase']

DEFAULT_BUFFER_SIZE = 8192

CLOSED = 'I/O operation on closed file.'


class BlockingIOError(IOError):
    """A stream that does not block would have had to."""

    __module__ = '__builtin__'
    characters_written = 0

    def __init__(self, errno, strerror, characters_written=0):
        IOError.__init__(self, errno, strerror)
        if not isinstance(characters_written, (int, long)):
            raise TypeError('an integer is required')
        self.characters_written = characters_written


class UnsupportedOperation(ValueError, IOError):
    __module__ = 'io'


def as_limit(n):
    """A size argument; None and what is left out mean -1."""
    if n is None:
        return -1
    if isinstance(n, (int, long)):
        return n
    if hasattr(type(n), '__int__') or hasattr(type(n), '__index__'):
        return as_offset(n)
    raise TypeError("integer argument expected, got '%s'" % type(n).__name__)


def as_integer(n):
    """An argument that C would read as an integer."""
    if isinstance(n, (int, long)):
        return n
    if isinstance(n, float):
        raise TypeError('integer argument expected, got float')
    if hasattr(type(n), '__int__'):
        return int(n)
    raise TypeError('an integer is required')


def as_offset(n):
    """A file position: anything with an index."""
    if not isinstance(n, (int, long)):
        if not hasattr(type(n), '__index__'):
            raise TypeError("'%s' object cannot be interpreted as an index"
                            % type(n).__name__)
        n = n.__index__()
    if not -sys.maxint - 1 <= n <= sys.maxint:
        raise OverflowError("cannot fit '%s' into an index-sized integer"
                            % type(n).__name__)
    return n


def full_name(stream):
    """The name of a stream's type as C knows it: ours with the module."""
    cls = type(stream)
    if cls.__module__ == '_io':
        return '_io.' + cls.__name__
    return cls.__name__


def was_interrupted(error):
    return error.args and error.args[0] == errno.EINTR


def store_bytes(target, data):
    """target[:len(data)] = data for anything with writable memory."""
    n = len(data)
    if isinstance(target, bytearray):
        if len(target) < n:
            raise ValueError('the buffer is too small')
        target[:n] = data
        return
    if isinstance(target, memoryview):
        target[:n] = data
        return
    if isinstance(target, (basestring, buffer)):
        raise TypeError('must be read-write buffer, not %s'
                        % type(target).__name__)
    try:
        memoryview(target)[:n] = data
    except TypeError:
        import array
        if not isinstance(target, array.array):
            raise TypeError('must be read-write buffer, not %s'
                            % type(target).__name__)
        store_in_array(target, data)


def store_in_array(target, data):
    import array
    whole = bytearray(buffer(target))
    whole[:len(data)] = data
    fresh = array.array(target.typecode)
    fresh.fromstring(bytes(whole))
    target[:] = fresh


def byte_length(target, where=''):
    """Bytes of writable memory that target has."""
    if isinstance(target, bytearray):
        return len(target)
    if isinstance(target, unicode):
        raise TypeError('cannot use unicode as modifiable buffer')
    if isinstance(target, memoryview) and not target.readonly:
        return len(target) * target.itemsize
    if not isinstance(target, (str, buffer, memoryview)):
        try:
            return len(buffer(target))
        except TypeError:
            pass
    raise TypeError('%sargument 1 must be read-write buffer, not %s'
                    % (where, type(target).__name__))


def as_bytes(data):
    """The bytes of an argument of write()."""
    if type(data) is bytes:
        return data
    if isinstance(data, unicode):
        raise TypeError("'unicode' does not have the buffer interface")
    if isinstance(data, memoryview):
        return data.tobytes()
    if isinstance(data, bytearray):
        return bytes(data)
    try:
        return bytes(buffer(data))
    except TypeError:
        raise TypeError("'%s' does not have the buffer interface"
                        % type(data).__name__)


def string_or_buffer(b):
    """Bytes of what raw and buffered files write: text goes through
    ascii."""
    if type(b) is bytes:
        return b
    if isinstance(b, unicode):
        return b.encode('ascii')
    if b is not None:
        try:
            return as_bytes(b)
        except TypeError:
            pass
    raise TypeError('write() argument 1 must be string or buffer, not %s'
                    % ('None' if b is None else type(b).__name__))


class Guard(object):
    """A lock that tells a thread which already holds it."""

    __slots__ = ('_lock', '_owner', '_depth')

    def __init__(self):
        self._lock = thread.allocate_lock()
        self._owner = None
        self._depth = 0

    def is_mine(self):
        return self._owner == thread.get_ident()

    def __enter__(self):
        me = thread.get_ident()
        if self._owner == me:
            self._depth += 1
            return
        self._lock.acquire()
        self._owner = me

    def __exit__(self, *unused):
        if self._depth:
            self._depth -= 1
            return
        self._owner = None
        self._lock.release()


# Streams with bytes or text that is not written yet, by id: the collector
# may not have seen them when the program ends.
_unflushed = {}


def flush_at_exit(stream):
    """Has the stream flushed at the end of the program, if it lives."""
    import weakref
    if not _unflushed:
        import atexit
        atexit.register(_flush_all)
    key = id(stream)
    _unflushed[key] = weakref.ref(stream)


def forget_at_exit(stream):
    _unflushed.pop(id(stream), None)


def _flush_all():
    for reference in _unflushed.values():
        stream = reference()
        if stream is not None:
            try:
                if not stream.closed:
                    stream.flush()
            except (IOError, ValueError, AttributeError):
                pass


class _IOBase(object):
    """The base of all streams: closing, iterating, lines."""

    __module__ = '_io'

    _shut = False
    # Another stream has this one and closes it.
    _is_owned = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, pos, whence=0):
        """Changes the position; returns the new one."""
        self._unsupported('seek')

    def tell(self):
        """The position in the stream."""
        return self.seek(0, 1)

    def truncate(self, pos=None):
        """Cuts the stream off at pos, by default where it stands."""
        self._unsupported('truncate')

    def flush(self):
        """Writes what is buffered."""
        if self._is_closed():
            raise ValueError(CLOSED)

    def close(self):
        """Flushes and closes; a second call does nothing."""
        if not self._shut:
            try:
                self.flush()
            finally:
                self._shut = True

    def _is_closed(self):
        return self._shut

    @property
    def closed(self):
        return self._shut

    def __del__(self):
        if self._is_owned:
            return
        try:
            self.close()
        except Exception:
            pass

    def seekable(self):
        """Can it seek?"""
        return False

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise IOError('File or stream is not seekable.')
        return True

    def readable(self):
        """Can it be read?"""
        return False

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise IOError('File or stream is not readable.')
        return True

    def writable(self):
        """Can it be written?"""
        return False

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise IOError('File or stream is not writable.')
        return True

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError(CLOSED)

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *unused):
        self.close()

    def fileno(self):
        """The descriptor, where there is one."""
        self._unsupported('fileno')

    def isatty(self):
        """Is it a terminal?"""
        self._checkClosed()
        return False

    def readline(self, limit=-1):
        """A line, at most limit bytes of it."""
        limit = as_limit(limit)
        peek = getattr(self, 'peek', None)
        result = bytearray()
        while limit < 0 or len(result) < limit:
            wanted = 1
            if peek is not None:
                wanted = _bytes_to_newline(peek, limit, len(result))
            piece = self.read(wanted)
            if not isinstance(piece, bytes):
                raise IOError("read() should have returned a bytes object, "
                              "not '%s'" % type(piece).__name__)
            if not piece:
                break
            result += piece
            if piece.endswith(b'\n'):
                break
        return bytes(result)

    def __iter__(self):
        self._checkClosed()
        return self

    def next(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None):
        """The lines, up to about hint bytes of them."""
        hint = as_limit(hint)
        if hint <= 0:
            return list(self)
        lines = []
        n = 0
        for line in self:
            lines.append(line)
            n += len(line)
            if n > hint:
                break
        return lines

    def writelines(self, lines):
        """Writes strings one behind the other."""
        self._checkClosed()
        for line in lines:
            while True:
                try:
                    self.write(line)
                    break
                except IOError as e:
                    if not was_interrupted(e):
                        raise


def _bytes_to_newline(peek, limit, have):
    while True:
        try:
            ahead = peek(1)
            break
        except IOError as e:
            if not was_interrupted(e):
                raise
    if not isinstance(ahead, bytes):
        raise IOError("peek() should have returned a bytes object, not '%s'"
                      % type(ahead).__name__)
    if not ahead:
        return 1
    wanted = ahead.find(b'\n') + 1 or len(ahead)
    if limit >= 0:
        wanted = min(wanted, limit - have)
    return wanted


class _RawIOBase(_IOBase):
    """Unbuffered streams of bytes, built on readinto() and write()."""

    __module__ = '_io'

    def read(self, n=-1):
        """At most n bytes; None if there are none yet."""
        n = as_integer(n)
        if n < 0:
            return self.readall()
        data = bytearray(n)
        n = self.readinto(data)
        if n is None:
            return None
        return bytes(data[:as_integer(n)])

    def readall(self):
        """All bytes up to the end."""
        pieces = []
        while True:
            try:
                piece = self.read(DEFAULT_BUFFER_SIZE)
            except IOError as e:
                if was_interrupted(e):
                    continue
                raise
            if piece is None and not pieces:
                return None
            if not piece:
                return b''.join(pieces)
            if not isinstance(piece, bytes):
                raise TypeError('read() should return bytes')
            pieces.append(piece)


class _BufferedIOBase(_IOBase):
    """Streams of bytes that read and write all that they are asked to."""

    __module__ = '_io'

    def detach(self):
        """Gives the raw stream away."""
        self._unsupported('detach')

    def read(self, n=None):
        """n bytes, or all."""
        self._unsupported('read')

    def read1(self, n):
        """At most n bytes, with one read of the raw stream."""
        self._unsupported('read1')

    def readinto(self, b):
        """Fills b; returns the number of bytes."""
        data = self.read(byte_length(b, 'readinto() '))
        if data is None:
            return None
        if not isinstance(data, bytes):
            raise TypeError('read() should return bytes')
        store_bytes(b, data)
        return long(len(data))

    def write(self, b):
        """Takes bytes; returns their number."""
        self._unsupported('write')


class _TextIOBase(_IOBase):
    """Streams of unicode text."""

    __module__ = '_io'

    def detach(self):
        """Gives the buffer away."""
        self._unsupported('detach')

    def read(self, n=-1):
        """At most n characters, or all."""
        self._unsupported('read')

    def readline(self, limit=-1):
        """A line."""
        self._unsupported('readline')

    def write(self, text):
        """Takes text; returns its length."""
        self._unsupported('write')

    @property
    def encoding(self):
        return None

    @property
    def newlines(self):
        return None

    @property
    def errors(self):
        return None
