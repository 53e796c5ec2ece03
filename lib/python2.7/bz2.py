"""Compression with bzip2: in one piece, by pieces, and as files."""

import thread

from _frames import hide as _hide
from _bz2 import BZ2Compressor, BZ2Decompressor, compress, decompress


_hide(globals())
_CLOSED = 'I/O operation on closed file'


def _as_size(n):
    if isinstance(n, float) or not hasattr(type(n), '__int__'):
        raise TypeError('an integer is required')
    return int(n)


class BZ2File(object):
    """A compressed file, opened for reading or writing.

    _data holds decompressed bytes from _at on; _pos is the position in the
    whole decompressed text."""

    def __init__(self, filename, mode='r', buffering=0, compresslevel=9):
        if not isinstance(compresslevel, (int, long)):
            raise TypeError('an integer is required')
        if not 1 <= compresslevel <= 9:
            raise ValueError('compresslevel must be between 1 and 9')
        self._universal = 'U' in mode
        reading = writing = False
        for c in mode:
            if c == 'r' or c == 'U':
                reading = True
            elif c == 'w':
                writing = True
            elif c != 'b':
                raise ValueError('invalid mode char %c' % c)
        self._writing = writing
        self.mode = 'wb' if writing else 'rb'
        self.name = filename
        self.softspace = 0
        self._newlines = set()
        self._file = open(filename, self.mode, buffering)
        self._closed = False
        self._lock = thread.allocate_lock()
        self._pos = 0
        if writing:
            self._compressor = BZ2Compressor(compresslevel)
        else:
            self._start()

    def _start(self):
        self._decompressor = BZ2Decompressor()
        self._data = ''
        self._at = 0
        self._seen_any = False
        self._end = False
        # A carriage return was the last byte; what follows is not known.
        self._after_cr = False
        # How far CPython's iteration would have read ahead.
        self._ahead = 0

    @property
    def closed(self):
        return self._closed

    def __repr__(self):
        return '<bz2.BZ2File object at %#x>' % id(self)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *unused):
        self.close()

    def _check(self):
        if self._closed:
            raise ValueError(_CLOSED)

    def _check_reading(self):
        self._check()
        if self._writing:
            raise IOError('file is not ready for reading')

    def close(self):
        """Closes the file; a second call does nothing."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            try:
                if self._writing:
                    self._file.write(self._compressor.flush())
            finally:
                self._file.close()

    def __del__(self):
        try:
            self.close()
        except Exception:
            pass

    # Writing.

    def write(self, data):
        """Writes bytes."""
        if isinstance(data, unicode):
            data = str(data)
        data = bytes(buffer(data))
        with self._lock:
            self._check()
            if not self._writing:
                raise IOError('file is not ready for writing')
            self._file.write(self._compressor.compress(data))
            self._pos += len(data)

    def writelines(self, lines):
        """Writes strings one behind the other."""
        for line in lines:
            self.write(line)

    # Reading; the lock is held.

    def _fill(self):
        """Makes more bytes; false at the end."""
        while not self._end:
            if self._finished():
                unused = self._decompressor.unused_data
                chunk = unused or self._file.read(8192)
                if not chunk:
                    self._end = True
                    break
                self._decompressor = BZ2Decompressor()
            else:
                chunk = self._file.read(8192)
                if not chunk:
                    self._end = True
                    raise EOFError('compressed file ended before the logical '
                                   'end-of-stream was detected')
            data = self._decompressor.decompress(chunk)
            self._seen_any = True
            if self._universal:
                data = self._translate(data)
            if data:
                self._data = self._data[self._at:] + data
                self._at = 0
                return True
        if self._after_cr:
            self._newlines.add('\r')
        return False

    def _finished(self):
        """Has the decompressor come to the end of its stream?"""
        if not self._seen_any:
            return False
        try:
            self._decompressor.decompress('')
        except EOFError:
            return True
        return False

    def _take(self, n):
        data = self._data[self._at:self._at + n]
        self._at += len(data)
        self._pos += len(data)
        return data

    def _read(self, size):
        pieces = [self._take(len(self._data) if size < 0 else size)]
        have = len(pieces[0])
        while (size < 0 or have < size) and self._fill():
            piece = self._take(len(self._data) if size < 0 else size - have)
            pieces.append(piece)
            have += len(piece)
        return ''.join(pieces)

    def _line(self, size):
        pieces = []
        have = 0
        while size < 0 or have < size:
            if self._at == len(self._data) and not self._fill():
                break
            end = self._data.find('\n', self._at) + 1
            n = (end or len(self._data)) - self._at
            if 0 <= size < have + n:
                n = size - have
            piece = self._take(n)
            pieces.append(piece)
            have += n
            if piece.endswith('\n'):
                break
        return ''.join(pieces)

    def _translate(self, data):
        """The next bytes with '\\n' for each kind of newline; notes which."""
        if not data:
            return data
        if self._after_cr:
            self._newlines.add('\r\n' if data[0] == '\n' else '\r')
            if data[0] == '\n':
                data = data[1:]
        self._after_cr = data.endswith('\r')
        both = data.count('\r\n')
        for newline, n in (('\r\n', both),
                           ('\r', data.count('\r') - both - self._after_cr),
                           ('\n', data.count('\n') - both)):
            if n:
                self._newlines.add(newline)
        return data.replace('\r\n', '\n').replace('\r', '\n')

    @property
    def newlines(self):
        """The kinds of newline read so far in mode 'U'."""
        seen = [n for n in ('\r', '\n', '\r\n') if n in self._newlines]
        if len(seen) < 2:
            return seen[0] if seen else None
        return tuple(seen)

    def _check_no_iteration(self):
        if self._ahead > self._pos and (self._at < len(self._data) or
                                        self._fill()):
            raise ValueError('Mixing iteration and read methods would lose '
                             'data')

    def read(self, size=-1):
        """At most size bytes; all that are left if it is negative."""
        size = _as_size(size)
        with self._lock:
            self._check_reading()
            self._check_no_iteration()
            return self._read(size)

    def readline(self, size=-1):
        """A line, at most size bytes of it."""
        size = _as_size(size)
        with self._lock:
            self._check_reading()
            self._check_no_iteration()
            return self._line(size)

    def readlines(self, size=0):
        """The lines, up to about size bytes of them."""
        size = _as_size(size)
        lines = []
        n = 0
        while True:
            line = self.readline()
            if not line:
                return lines
            lines.append(line)
            n += len(line)
            if 0 < size <= n:
                return lines

    def xreadlines(self):
        """The file itself."""
        self._check_reading()
        return self

    def __iter__(self):
        self._check()
        return self

    def next(self):
        with self._lock:
            self._check_reading()
            if self._ahead <= self._pos:
                self._ahead = self._pos + 8192
            line = self._line(-1)
        if not line:
            raise StopIteration
        return line

    def tell(self):
        """The position in the decompressed bytes."""
        with self._lock:
            self._check()
            return self._pos

    def seek(self, offset, whence=0):
        """Goes to a position; back means from the start again."""
        with self._lock:
            self._check()
            if self._writing:
                raise IOError('seek works only while reading')
            if whence == 1:
                offset += self._pos
            elif whence == 2:
                while self._read(1 << 16):
                    pass
                offset += self._pos
            elif whence != 0:
                raise IOError('invalid value for whence')
            self._ahead = 0
            if offset < self._pos:
                self._file.seek(0)
                self._start()
                self._pos = 0
            left = offset - self._pos
            while left > 0:
                n = len(self._read(min(left, 1 << 16)))
                if not n:
                    break
                left -= n
