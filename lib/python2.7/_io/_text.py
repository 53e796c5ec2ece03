"""TextIOWrapper: text over a buffered stream of bytes.

Reading decodes a chunk at a time: _chars holds its text, _used how much of it
was handed out.  A position in the text is where the chunk began, the
decoder's state there, and how much to read and skip from there; tell() packs
these into one number (the low 64 bits are the position in the bytes).
"""

import codecs

from _io._base import (Guard, _IOBase, _TextIOBase,
                       as_integer, as_limit, as_offset, flush_at_exit,
                       forget_at_exit, full_name)
from _io._newlines import (IncrementalNewlineDecoder, check_newline,
                           line_end)

_CLOSED = 'I/O operation on closed file.'


def _pack_cookie(start, flags=0, feed=0, skip=0, eof=False):
    return (long(start) | flags << 64 | feed << 128 | skip << 192 |
            eof << 256)


def _unpack_cookie(cookie):
    mask = (1 << 64) - 1
    return (cookie & mask, cookie >> 64 & mask, cookie >> 128 & mask,
            cookie >> 192 & mask, bool(cookie >> 256))


def _check_string(value, position):
    if value is not None and not isinstance(value, basestring):
        raise TypeError('fileio() argument %d must be string or None, not %s'
                        % (position, type(value).__name__))


def _default_encoding():
    import locale
    try:
        encoding = locale.getpreferredencoding()
    except (ImportError, ValueError):
        encoding = None
    return encoding or 'ascii'


class TextIOWrapper(_TextIOBase):
    """Text over a buffer, in an encoding.

    newline: None translates all kinds of line ends to "\\n" and back to the
    system's, '' finds all kinds and translates none, others are the only
    kind."""

    __module__ = '_io'

    _buffer = None
    _state = 'uninitialized'
    _chunk_size = 8192

    def __init__(self, buffer, encoding=None, errors=None, newline=None,
                 line_buffering=False):
        self._state = 'uninitialized'
        _check_string(encoding, 2)
        _check_string(errors, 3)
        newline = check_newline(newline, 'fileio()', 4)
        if encoding is None:
            encoding = _default_encoding()
        info = codecs.lookup(encoding)
        self._encoding = str(encoding)
        self._errors = 'strict' if errors is None else errors
        self._line_buffering = bool(line_buffering)
        # What counts as a line end when reading; None: "\n" after
        # translation.
        self._read_newline = newline
        self._write_newline = (None if newline in (None, '', '\n')
                               else unicode(newline))
        self._guard = Guard()
        self._pending = []
        self._pending_size = 0
        self._decoder = self._encoder = None
        self._set_chars(u'')
        self._snapshot = None
        if buffer.readable():
            decoder = info.incrementaldecoder(self._errors)
            if not newline:
                decoder = IncrementalNewlineDecoder(decoder, newline is None)
            self._decoder = decoder
        if buffer.writable():
            self._encoder = info.incrementalencoder(self._errors)
            flush_at_exit(self)
        self._buffer = buffer
        if isinstance(buffer, _IOBase):
            buffer._is_owned = True
        self._has_read1 = hasattr(buffer, 'read1')
        self._is_seekable = self._telling = buffer.seekable()
        if self._is_seekable and self._encoder is not None:
            if buffer.tell() != 0:
                # In the middle of a file no byte order mark is written.
                self._reset_encoder(False)
        self._state = ''

    def _reset_encoder(self, at_start):
        if self._encoder is None:
            return
        if at_start:
            self._encoder.reset()
        else:
            try:
                self._encoder.setstate(0)
            except (AttributeError, NotImplementedError):
                pass

    def _stream(self):
        """The buffer; a ValueError if there is none."""
        if self._state:
            raise ValueError('underlying buffer has been detached'
                             if self._state == 'detached' else
                             'I/O operation on uninitialized object')
        return self._buffer

    def _check(self):
        if self._stream().closed:
            raise ValueError(_CLOSED)

    def __repr__(self):
        if self._state == 'uninitialized':
            raise ValueError('I/O operation on uninitialized object')
        try:
            name = 'name=%r ' % (self.name,)
        except (AttributeError, ValueError):
            name = ''
        return '<_io.TextIOWrapper %sencoding=%r>' % (name, self._encoding)

    # Attributes.

    @property
    def buffer(self):
        return self._buffer

    @property
    def encoding(self):
        return self._encoding

    @property
    def errors(self):
        return self._errors

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def newlines(self):
        self._stream()
        return getattr(self._decoder, 'newlines', None)

    @property
    def name(self):
        return self._stream().name

    @property
    def closed(self):
        return self._stream().closed

    @property
    def _CHUNK_SIZE(self):
        return long(self._chunk_size)

    @_CHUNK_SIZE.setter
    def _CHUNK_SIZE(self, size):
        self._stream()
        size = as_offset(size)
        if size <= 0:
            raise ValueError('a strictly positive integer is required')
        self._chunk_size = size

    @_CHUNK_SIZE.deleter
    def _CHUNK_SIZE(self):
        raise AttributeError('cannot delete attribute')

    def fileno(self):
        return self._stream().fileno()

    def isatty(self):
        return self._stream().isatty()

    def readable(self):
        return self._stream().readable()

    def writable(self):
        return self._stream().writable()

    def seekable(self):
        return self._stream().seekable()

    # Closing.

    def flush(self):
        """Writes what is pending and flushes the buffer."""
        self._check()
        self._telling = self._is_seekable
        with self._guard:
            self._write_pending()
        self._buffer.flush()

    def close(self):
        """Flushes, then closes the buffer in any case."""
        buffer = self._stream()
        if buffer.closed:
            return
        try:
            self.flush()
        finally:
            forget_at_exit(self)
            buffer.close()

    def detach(self):
        """Flushes and gives the buffer away."""
        self._stream()
        self.flush()
        buffer = self._buffer
        if isinstance(buffer, _IOBase):
            buffer._is_owned = False
        forget_at_exit(self)
        self._buffer = None
        self._state = 'detached'
        return buffer

    # Writing.

    def _write_pending(self):
        if not self._pending:
            return
        data = b''.join(self._pending)
        self._pending = []
        self._pending_size = 0
        self._buffer.write(data)

    def write(self, text):
        """Takes text; returns its length."""
        if not isinstance(text, unicode):
            self._stream()
            raise TypeError('write() argument 1 must be unicode, not %s'
                            % ('None' if text is None
                               else type(text).__name__))
        self._check()
        if self._encoder is None:
            raise IOError('not writable')
        n = len(text)
        flush = False
        if self._line_buffering:
            flush = u'\n' in text or u'\r' in text
        if self._write_newline is not None:
            text = text.replace(u'\n', self._write_newline)
        with self._guard:
            data = self._encoder.encode(text)
            self._pending.append(data)
            self._pending_size += len(data)
            if flush or self._pending_size > self._chunk_size:
                self._write_pending()
            if flush:
                self._buffer.flush()
            if self._snapshot is not None:
                self._snapshot = None
                self._set_chars(u'')
            if self._decoder is not None:
                self._decoder.reset()
        return long(n)

    # Reading; the guard is held.

    def _set_chars(self, text):
        self._chars = text
        self._used = 0

    def _take(self, n=-1):
        """At most n characters of those that are decoded."""
        used = self._used
        if n < 0 or n > len(self._chars) - used:
            n = len(self._chars) - used
        self._used = used + n
        if used == 0 and n == len(self._chars):
            return self._chars
        return self._chars[used:used + n]

    def _decode(self, data, final):
        text = self._decoder.decode(data, final)
        if not isinstance(text, unicode):
            raise TypeError("decoder should return a string result, not '%s'"
                            % type(text).__name__)
        return text

    def _decoder_state(self):
        state = self._decoder.getstate()
        if not isinstance(state, tuple) or len(state) != 2:
            raise TypeError('illegal decoder state')
        if not isinstance(state[0], bytes):
            raise TypeError("illegal decoder state: the first item should be "
                            "a bytes object, not '%s'"
                            % type(state[0]).__name__)
        return state

    def _read_chunk(self):
        """Decodes one more chunk; false at the end."""
        if self._decoder is None:
            raise IOError('not readable')
        if self._telling:
            before, flags = self._decoder_state()
        if self._has_read1:
            chunk = self._buffer.read1(self._chunk_size)
        else:
            chunk = self._buffer.read(self._chunk_size)
        if not isinstance(chunk, bytes):
            raise TypeError("underlying read1() should have returned a bytes "
                            "object, not '%s'" % type(chunk).__name__)
        self._set_chars(self._decode(chunk, not chunk))
        if self._telling:
            self._snapshot = flags, before + chunk
        return bool(chunk) or bool(self._chars)

    def read(self, n=-1):
        """At most n characters; all if n is negative or None."""
        self._stream()
        n = as_limit(n)
        self._check()
        if self._decoder is None:
            raise IOError('not readable')
        with self._guard:
            self._write_pending()
            if n < 0:
                data = self._buffer.read()
                text = self._take() + self._decode(data or b'', True)
                self._set_chars(u'')
                self._snapshot = None
                return text
            pieces = [self._take(n)]
            left = n - len(pieces[0])
            while left > 0 and self._read_chunk():
                piece = self._take(left)
                pieces.append(piece)
                left -= len(piece)
            return u''.join(pieces)

    def _line(self, limit):
        self._write_pending()
        newline = self._read_newline
        pieces = []
        n = 0
        done = limit == 0
        while not done:
            if self._used == len(self._chars) and not self._read_chunk():
                self._set_chars(u'')
                self._snapshot = None
                break
            chars = self._chars
            start = self._used
            if (newline == '\r\n' and pieces and pieces[-1].endswith(u'\r')
                    and chars.startswith(u'\n', start)):
                end = start + 1
            else:
                end = line_end(chars, start, newline)
            size = (len(chars) if end < 0 else end) - start
            done = end >= 0
            if 0 <= limit <= n + size:
                size = limit - n
                done = True
            if size:
                pieces.append(self._take(size))
                n += size
        return pieces[0] if len(pieces) == 1 else u''.join(pieces)

    def readline(self, limit=-1):
        """A line, at most limit characters of it."""
        self._stream()
        limit = as_limit(limit)
        self._check()
        with self._guard:
            return self._line(limit)

    def next(self):
        self._check()
        self._telling = False
        if type(self) is TextIOWrapper:
            with self._guard:
                line = self._line(-1)
        else:
            line = self.readline()
            if not isinstance(line, unicode):
                raise IOError("readline() should have returned an str "
                              "object, not '%s'" % type(line).__name__)
        if not line:
            self._snapshot = None
            self._telling = self._is_seekable
            raise StopIteration
        return line

    # Positions.

    def tell(self):
        """A number that seek() finds this place by."""
        self._check()
        if not self._is_seekable:
            raise IOError('underlying stream is not seekable')
        if not self._telling:
            raise IOError('telling position disabled by next() call')
        with self._guard:
            self._write_pending()
            self._buffer.flush()
            position = self._buffer.tell()
            if self._decoder is None or self._snapshot is None:
                return long(position)
            flags, data = self._snapshot
            position -= len(data)
            if self._used == 0:
                return _pack_cookie(position, flags)
            state = self._decoder.getstate()
            try:
                return self._find_place(position, flags, data, self._used)
            finally:
                self._decoder.setstate(state)

    def _set_decoder(self, position, flags):
        """At the start the decoder begins anew: that of utf-16 has no state
        that says so."""
        if position == 0 and flags == 0:
            self._decoder.reset()
        else:
            self._decoder.setstate((b'', flags))

    def _chars_of(self, place, data, final=False):
        """How many characters data is, decoded from (position, flags)."""
        self._set_decoder(*place)
        return len(self._decoder.decode(data, final))

    def _find_place(self, position, flags, data, skip):
        """The cookie of the place `skip` characters into data.

        The fewest bytes that give so many characters are looked for by
        halving; from there it goes back to where the decoder holds no bytes.
        """
        place = position, flags
        low, high = 0, len(data)
        while low < high:
            middle = (low + high) // 2
            if self._chars_of(place, data[:middle]) >= skip:
                high = middle
            else:
                low = middle + 1
        feed = low
        if self._chars_of(place, data[:feed]) < skip:
            if self._chars_of(place, data, True) < skip:
                raise IOError("can't reconstruct logical file position")
            return _pack_cookie(position, flags, len(data), skip, True)
        for start in xrange(feed, 0, -1):
            count = self._chars_of(place, data[:start])
            if count > skip:
                continue
            held, new_flags = self._decoder.getstate()
            if not held:
                if count == skip:
                    return _pack_cookie(position + start, new_flags)
                return _pack_cookie(position + start, new_flags,
                                    feed - start, skip - count)
        return _pack_cookie(position, flags, feed, skip)

    def seek(self, cookie, whence=0):
        """Goes to a place that tell() gave, the start or the end."""
        self._check()
        whence = as_integer(whence)
        if not self._is_seekable:
            raise IOError('underlying stream is not seekable')
        if whence == 1:
            if cookie != 0:
                raise IOError("can't do nonzero cur-relative seeks")
            cookie = self.tell()
        elif whence == 2:
            if cookie != 0:
                raise IOError("can't do nonzero end-relative seeks")
            return self._seek_to_end()
        elif whence != 0:
            raise ValueError('invalid whence (%d, should be 0, 1 or 2)'
                             % whence)
        if cookie < 0:
            raise ValueError('negative seek position %r' % (cookie,))
        start, flags, feed, skip, eof = _unpack_cookie(long(cookie))
        self.flush()
        with self._guard:
            self._buffer.seek(start)
            self._set_chars(u'')
            self._snapshot = None
            if self._decoder is not None:
                self._set_decoder(start, flags)
                self._snapshot = flags, b''
            if skip:
                self._skip(flags, feed, skip, eof)
            self._reset_encoder(start == 0 and flags == 0)
        return cookie

    def _skip(self, flags, feed, skip, eof):
        data = self._buffer.read(feed)
        if not isinstance(data, bytes):
            raise TypeError("underlying read() should have returned a bytes "
                            "object, not '%s'" % type(data).__name__)
        self._snapshot = flags, data
        self._set_chars(self._decode(data, eof))
        if len(self._chars) < skip:
            raise IOError("can't restore logical file position")
        self._used = skip

    def _seek_to_end(self):
        self.flush()
        with self._guard:
            self._set_chars(u'')
            self._snapshot = None
            if self._decoder is not None:
                self._decoder.reset()
            position = self._buffer.seek(0, 2)
            self._reset_encoder(position == 0)
        return position

    def truncate(self, pos=None):
        """Cuts the file off at pos bytes, by default at the position."""
        self.flush()
        return self._buffer.truncate(pos)

    def __getstate__(self):
        raise TypeError('cannot serialize %r object' % full_name(self))
