"""Streams: what module io offers, without its abstract base classes.

_base holds the base classes, _file the raw files, _bytes and _string the
streams in memory, _buffered and _text the layers over raw files.
"""

from _io._base import (DEFAULT_BUFFER_SIZE, BlockingIOError,
                       UnsupportedOperation, _BufferedIOBase, _IOBase,
                       _RawIOBase, _TextIOBase, as_offset)
from _io._file import FileIO
from _io._bytes import BytesIO
from _io._buffered import (BufferedRandom, BufferedReader, BufferedRWPair,
                           BufferedWriter)
from _io._newlines import IncrementalNewlineDecoder
from _io._string import StringIO
from _io._text import TextIOWrapper


def _type_error(position, what, value):
    return TypeError('open() argument %d must be %s, not %s'
                     % (position, what, type(value).__name__))


def _check_open_arguments(mode, encoding, errors, newline):
    if not isinstance(mode, basestring):
        raise _type_error(2, 'string', mode)
    if encoding is not None and not isinstance(encoding, basestring):
        raise _type_error(4, 'string or None', encoding)
    if errors is not None and not isinstance(errors, basestring):
        raise _type_error(5, 'string or None', errors)
    if newline is not None and not isinstance(newline, basestring):
        raise _type_error(6, 'string or None', newline)


class _Mode(object):
    """The flags of a mode string."""

    def __init__(self, mode):
        for c in mode:
            if c not in 'rwabtU+' or mode.count(c) > 1:
                raise ValueError("invalid mode: '%s'" % mode)
        self.universal = 'U' in mode
        self.updating = '+' in mode
        self.text = 't' in mode
        self.binary = 'b' in mode
        self.writing = 'w' in mode
        self.appending = 'a' in mode
        self.reading = 'r' in mode or self.universal
        if self.universal and (self.writing or self.appending):
            raise ValueError("can't use U and writing mode at once")
        if self.text and self.binary:
            raise ValueError("can't have text and binary mode at once")
        if self.reading + self.writing + self.appending > 1:
            raise ValueError(
                'must have exactly one of read/write/append mode')

    def check_text_arguments(self, encoding, errors, newline):
        for name, value in (('an encoding', encoding), ('an errors', errors),
                            ('a newline', newline)):
            if self.binary and value is not None:
                raise ValueError(
                    "binary mode doesn't take %s argument" % name)

    def raw(self):
        return (('r' if self.reading else '') +
                ('w' if self.writing else '') +
                ('a' if self.appending else '') +
                ('+' if self.updating else ''))


def _buffer_size(raw, buffering):
    """(size, line buffered)"""
    line = False
    if buffering == 1 or buffering < 0 and raw.isatty():
        buffering = -1
        line = True
    if buffering < 0:
        import os
        buffering = DEFAULT_BUFFER_SIZE
        try:
            size = os.fstat(raw.fileno()).st_blksize
        except (OSError, AttributeError):
            size = 0
        if size > 1:
            buffering = size
    if buffering < 0:
        raise ValueError('invalid buffering size')
    return buffering, line


def _open(file, mode='r', buffering=-1, encoding=None, errors=None,
         newline=None, closefd=True):
    """Opens a file by name or descriptor; a raw, buffered or text stream
    after the mode and the buffering."""
    if isinstance(file, float):
        raise TypeError('integer argument expected, got float')
    if not isinstance(file, (basestring, int, long)):
        raise TypeError('invalid file: %r' % (file,))
    _check_open_arguments(mode, encoding, errors, newline)
    buffering = as_offset(buffering)
    flags = _Mode(mode)
    flags.check_text_arguments(encoding, errors, newline)
    result = raw = FileIO(file, flags.raw(), closefd)
    try:
        buffering, line_buffering = _buffer_size(raw, buffering)
        if buffering == 0:
            if not flags.binary:
                raise ValueError("can't have unbuffered text I/O")
            return raw
        if flags.updating:
            kind = BufferedRandom
        elif flags.writing or flags.appending:
            kind = BufferedWriter
        elif flags.reading:
            kind = BufferedReader
        else:
            raise ValueError("unknown mode: '%s'" % mode)
        result = buffered = kind(raw, buffering)
        if flags.binary:
            return buffered
        result = text = TextIOWrapper(buffered, encoding, errors, newline,
                                      line_buffering)
        text.mode = mode
        return text
    except:
        result.close()
        raise


class _Open(object):
    """open() as an object, which classes may have as an attribute without
    making a method of it, as with the builtin function that it stands for."""

    __module__ = 'io'
    __name__ = 'open'
    __doc__ = _open.__doc__
    __call__ = staticmethod(_open)

    def __repr__(self):
        return '<built-in function open>'


open = _Open()
