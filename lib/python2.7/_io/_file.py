"""FileIO: raw files on the system's descriptors."""

import errno
import os
import stat

from _io._base import (DEFAULT_BUFFER_SIZE, _RawIOBase, as_limit, as_offset,
                       byte_length, store_bytes, string_or_buffer)

_CLOSED = 'I/O operation on closed file'
_MODE_ERROR = ('Must have exactly one of read/write/append mode and at most '
               'one plus')


def _as_position(n):
    if isinstance(n, float) or not hasattr(type(n), '__int__'):
        raise TypeError('an integer is required')
    return as_offset(n)


def _as_io_error(e, *more):
    return IOError(e.errno, e.strerror, *more)


class FileIO(_RawIOBase):
    """A file opened by name or by descriptor, without a buffer."""

    __module__ = '_io'

    _fd = -1
    _readable = _writable = _appending = False
    _closefd = True
    _seekable = None

    def __init__(self, name, mode='r', closefd=True):
        if self._fd >= 0:
            if self._closefd:
                self._close_descriptor()
            self._fd = -1
        if isinstance(name, float):
            raise TypeError('integer argument expected, got float')
        self._seekable = None
        self._closefd = bool(closefd)
        self._set_mode(mode)
        if isinstance(name, (int, long)) and name < 1 << 31:
            self._take_descriptor(name)
        else:
            self._open(name)
        self._shut = False
        try:
            self._refuse_directory(name)
            self.name = name
            if self._appending:
                self.seek(0, 2)
        except:
            if isinstance(name, (int, long)) or not self._closefd:
                self._fd = -1
            else:
                self._close_descriptor()
            raise

    def _set_mode(self, mode):
        if not isinstance(mode, basestring):
            raise TypeError('fileio() argument 2 must be string, not %s'
                            % type(mode).__name__)
        kinds = plus = 0
        reading = writing = False
        self._appending = False
        for c in mode:
            if c == 'r':
                kinds += 1
                reading = True
            elif c == 'w':
                kinds += 1
                writing = True
            elif c == 'a':
                kinds += 1
                writing = self._appending = True
            elif c == '+':
                plus += 1
            elif c != 'b':
                raise ValueError('invalid mode: %s' % mode)
        if kinds != 1 or plus > 1:
            raise ValueError(_MODE_ERROR)
        self._truncating = writing and not self._appending
        self._readable = reading or plus > 0
        self._writable = writing or plus > 0

    def _take_descriptor(self, fd):
        if fd < 0:
            raise ValueError('negative file descriptor')
        try:
            os.fstat(fd)
        except OSError as e:
            if e.errno == errno.EBADF:
                raise
        self._fd = fd

    def _open(self, name):
        if not self._closefd:
            raise ValueError('Cannot use closefd=False with file name')
        if not isinstance(name, unicode):
            name = as_name(name)
        elif u'\0' in name:
            raise TypeError('embedded NUL character')
        flags = os.O_RDONLY
        if self._readable and self._writable:
            flags = os.O_RDWR
        elif self._writable:
            flags = os.O_WRONLY
        if self._appending:
            flags |= os.O_APPEND | os.O_CREAT
        elif self._truncating:
            flags |= os.O_TRUNC | os.O_CREAT
        try:
            self._fd = os.open(name, flags, 0666)
        except OSError as e:
            raise _as_io_error(e, name)

    def _refuse_directory(self, name):
        if stat.S_ISDIR(os.fstat(self._fd).st_mode):
            raise IOError(errno.EISDIR, os.strerror(errno.EISDIR), name)

    def _close_descriptor(self):
        fd = self._fd
        self._fd = -1
        try:
            os.close(fd)
        except OSError as e:
            raise _as_io_error(e)

    def _is_closed(self):
        return self._fd < 0

    def _check(self, allowed=True, action=''):
        if self._fd < 0:
            raise ValueError(_CLOSED)
        if not allowed:
            raise ValueError('File not open for %s' % action)

    def close(self):
        """Closes the file; the descriptor too, unless closefd was false."""
        try:
            _RawIOBase.close(self)
        finally:
            if not self._closefd:
                self._fd = -1
            elif self._fd >= 0:
                self._close_descriptor()

    @property
    def closed(self):
        return self._fd < 0

    @property
    def closefd(self):
        return self._closefd

    @property
    def mode(self):
        if self._appending:
            return u'ab+' if self._readable else u'ab'
        if self._readable:
            return u'rb+' if self._writable else u'rb'
        return u'wb'

    def __repr__(self):
        if self._fd < 0:
            return '<_io.FileIO [closed]>'
        try:
            name = self.name
        except AttributeError:
            return "<_io.FileIO fd=%d mode='%s'>" % (self._fd, self.mode)
        return "<_io.FileIO name=%r mode='%s'>" % (name, self.mode)

    def fileno(self):
        """The descriptor."""
        self._check()
        return self._fd

    def readable(self):
        self._check()
        return self._readable

    def writable(self):
        self._check()
        return self._writable

    def seekable(self):
        self._check()
        if self._seekable is None:
            try:
                os.lseek(self._fd, 0, 1)
                self._seekable = True
            except OSError:
                self._seekable = False
        return self._seekable

    def isatty(self):
        self._check()
        return os.isatty(self._fd)

    def _read_some(self, n):
        """At most n bytes; None where reading would block."""
        try:
            return os.read(self._fd, n)
        except OSError as e:
            if e.errno == errno.EAGAIN:
                return None
            raise _as_io_error(e)

    def read(self, size=-1):
        """At most size bytes, with one system call; all if negative."""
        self._check(self._readable, 'reading')
        size = as_limit(size)
        if size < 0:
            return self.readall()
        return self._read_some(size)

    def readinto(self, b=None):
        """Fills b; returns the number of bytes."""
        self._check(self._readable, 'reading')
        data = self._read_some(byte_length(b))
        if data is None:
            return None
        store_bytes(b, data)
        return long(len(data))

    def _size_left(self):
        try:
            return (os.fstat(self._fd).st_size -
                    os.lseek(self._fd, 0, 1))
        except OSError:
            return 0

    def readall(self):
        """All bytes up to the end; None where there is nothing yet."""
        self._check(self._readable, 'reading')
        size = max(self._size_left() + 1, DEFAULT_BUFFER_SIZE)
        pieces = []
        while True:
            try:
                piece = self._read_some(size)
            except IOError as e:
                if e.errno == errno.EINTR:
                    continue
                raise
            if not piece:
                if piece is None and not pieces:
                    return None
                break
            pieces.append(piece)
            size = max(size - len(piece), DEFAULT_BUFFER_SIZE)
        return pieces[0] if len(pieces) == 1 else b''.join(pieces)

    def write(self, b):
        """Writes once; returns how many bytes the system took."""
        self._check(self._writable, 'writing')
        data = string_or_buffer(b)
        try:
            return long(os.write(self._fd, data))
        except OSError as e:
            if e.errno == errno.EAGAIN:
                return None
            raise _as_io_error(e)

    def seek(self, pos, whence=0):
        """Changes the position; returns the new one."""
        self._check()
        pos = _as_position(pos)
        try:
            return long(os.lseek(self._fd, pos, whence))
        except OSError as e:
            raise _as_io_error(e)

    def tell(self):
        self._check()
        return self.seek(0, 1)

    def truncate(self, size=None):
        """Makes the file size bytes long; the position stays."""
        self._check(self._writable, 'writing')
        if size is None:
            size = self.tell()
        size = _as_position(size)
        try:
            os.ftruncate(self._fd, size)
        except OSError as e:
            raise _as_io_error(e)
        return size


def as_name(name):
    if isinstance(name, bytearray):
        name = bytes(name)
    if not isinstance(name, str):
        raise TypeError('coercing to Unicode: need string or buffer, %s '
                        'found' % type(name).__name__)
    if '\0' in name:
        raise TypeError('embedded NUL character')
    return name
