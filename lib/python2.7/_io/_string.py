"""StringIO: a stream of unicode text in memory."""

from _io._base import (_TextIOBase, Guard, as_integer, as_limit, as_offset,
                       full_name)
from _io._newlines import IncrementalNewlineDecoder, check_newline, line_end


class StringIO(_TextIOBase):
    """A stream of text in memory, with initial_value in it.

    newline: as in open(), for the text that is written."""

    __module__ = '_io'

    def __new__(cls, *args, **kwargs):
        self = _TextIOBase.__new__(cls)
        self._guard = Guard()
        self._start()
        return self

    def _start(self):
        # The text is _text and, behind it, the pieces of _tail.
        self._text = u''
        self._tail = []
        self._size = 0
        self._pos = 0
        self._newline = '\n'
        self._decoder = None

    def __init__(self, initial_value=u'', newline='\n'):
        newline = check_newline(newline, '__init__()', 2)
        if initial_value is not None and not isinstance(initial_value,
                                                        unicode):
            raise TypeError('initial_value must be unicode or None, not %s'
                            % type(initial_value).__name__)
        self._start()
        self._newline = newline
        if not newline:
            self._decoder = IncrementalNewlineDecoder(None, newline is None)
        if initial_value:
            self.write(initial_value)
        self._pos = 0

    def __getstate__(self):
        value = self.getvalue()
        own = ('_guard', '_text', '_tail', '_size', '_pos', '_newline',
               '_decoder', '_shut', '_is_owned')
        extra = dict((k, v) for k, v in self.__dict__.items()
                     if k not in own)
        return value, self._newline, self._pos, extra or None

    def __setstate__(self, state):
        self.__dict__.setdefault('_guard', Guard())
        self._check()
        if not isinstance(state, tuple) or len(state) < 4:
            raise TypeError('%s.__setstate__ argument should be 4-tuple, '
                            'got %s' % (full_name(self), type(state).__name__))
        value, newline, pos, attributes = state[:4]
        if not isinstance(pos, (int, long)):
            raise TypeError('third item of state must be an integer, got %s'
                            % type(pos).__name__)
        if pos < 0:
            raise ValueError('position value cannot be negative')
        if attributes is not None and not isinstance(attributes, dict):
            raise TypeError('fourth item of state should be a dict, got a %s'
                            % type(attributes).__name__)
        self.__init__(u'', newline)
        if not isinstance(value, unicode):
            raise TypeError("unicode argument expected, got '%s'"
                            % type(value).__name__)
        # As it was: no line ends are translated again.
        self._text = value
        self._size = len(value)
        self._pos = pos
        if attributes:
            self.__dict__.update(attributes)

    def _check(self):
        if self._shut:
            raise ValueError('I/O operation on closed file')

    def _whole(self):
        """The text in one piece; the guard is held."""
        if self._tail:
            self._text += u''.join(self._tail)
            self._tail = []
        return self._text

    def getvalue(self):
        """All of the text, wherever the position is."""
        self._check()
        with self._guard:
            return self._whole()

    def close(self):
        self._shut = True
        self._text = u''
        self._tail = []

    def _is_closed(self):
        return False  # flush() of a closed one does nothing

    @property
    def closed(self):
        return self._shut

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    @property
    def line_buffering(self):
        self._check()
        return False

    @property
    def newlines(self):
        self._check()
        return self._decoder and self._decoder.newlines

    def read(self, size=None):
        """At most size characters; all that are left if negative or None."""
        self._check()
        size = as_limit(size)
        with self._guard:
            text = self._whole()
            start = self._pos
            end = len(text)
            if 0 <= size < end - start:
                end = start + size
            if start >= end:
                return u''
            self._pos = end
            return text[start:end]

    def _line(self, limit):
        with self._guard:
            text = self._whole()
            start = self._pos
            if start >= len(text):
                return u''
            end = line_end(text, start, self._newline)
            if end < 0:
                end = len(text)
            if 0 <= limit < end - start:
                end = start + limit
            self._pos = end
            return text[start:end]

    def readline(self, size=None):
        """A line, at most size characters of it."""
        self._check()
        return self._line(as_limit(size))

    def next(self):
        self._check()
        line = self._line(-1) if type(self) is StringIO else self.readline()
        if not line:
            raise StopIteration
        return line

    def tell(self):
        self._check()
        return long(self._pos)

    def seek(self, pos, whence=0):
        """Changes the position; from elsewhere than the start only by 0."""
        self._check()
        pos = as_offset(pos)
        whence = as_integer(whence)
        if not 0 <= whence <= 2:
            raise ValueError('Invalid whence (%d, should be 0, 1 or 2)'
                             % whence)
        if pos < 0 and whence == 0:
            raise ValueError('Negative seek position %d' % pos)
        if whence and pos:
            raise IOError("Can't do nonzero cur-relative seeks")
        with self._guard:
            if whence == 1:
                pos = self._pos
            elif whence == 2:
                pos = self._size
            self._pos = pos
        return long(pos)

    def truncate(self, size=None):
        """Drops what is behind size, by default behind the position."""
        self._check()
        with self._guard:
            size = self._pos if size is None else as_limit(size)
            if size < 0:
                raise ValueError('Negative size value %d' % size)
            if size < self._size:
                self._text = self._whole()[:size]
                self._size = size
            return long(size)

    def _put(self, text):
        """Stores text at the position; the guard is held."""
        n = len(text)
        pos = self._pos
        if pos == self._size:
            self._tail.append(text)
        else:
            whole = self._whole()
            if pos > self._size:
                whole += u'\0' * (pos - self._size)
            self._text = whole[:pos] + text + whole[pos + n:]
        self._pos = pos + n
        self._size = max(self._size, self._pos)

    def write(self, text):
        """Writes text at the position; returns its length."""
        if not isinstance(text, unicode):
            raise TypeError("unicode argument expected, got '%s'"
                            % type(text).__name__)
        self._check()
        n = len(text)
        if not n:
            return 0L
        with self._guard:
            if self._decoder is not None:
                text = self._decoder.decode(text, True)
            if self._newline and self._newline != '\n':
                text = text.replace(u'\n', unicode(self._newline))
            self._put(text)
        return long(n)
