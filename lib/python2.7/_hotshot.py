"""The profiler of hotshot, and the reader of its logs.

A log is a run of records.  The low bits of a record's first byte say what it
is; the numbers in it are written seven bits at a time, the lowest first, with
the high bit set in all bytes but the last.  The first number of the commonest
three records begins in what the first byte has left over."""

import os
import sys
import time
import types

import _frames

WHAT_ENTER = 0x00
WHAT_EXIT = 0x01
WHAT_LINENO = 0x02
WHAT_OTHER = 0x03
WHAT_ADD_INFO = 0x13
WHAT_DEFINE_FILE = 0x23
WHAT_LINE_TIMES = 0x33
WHAT_DEFINE_FUNC = 0x43
_WHAT_FRAME_TIMES = 0x53

__version__ = ''

_FIRST_BITS = 5      # of a number that shares a byte with what the record is
_LARGEST_TEXT = 10240
_OWN = '_hotshot', 'hotshot'  # whose functions are in no log


class ProfilerError(Exception):
    __module__ = 'hotshot'


def _number(n):
    parts = []
    while n > 127:
        parts.append(chr(n & 127 | 128))
        n >>= 7
    parts.append(chr(n))
    return ''.join(parts)


def _shared_number(what, n):
    first = what | (n & 31) << 2
    rest = n >> _FIRST_BITS
    return chr(first | 128) + _number(rest) if rest else chr(first)


def _text(s):
    return _number(len(s)) + s


def _check(function, at, value, kind, name):
    if not isinstance(value, kind):
        raise TypeError('%s() argument %d must be %s, not %s' % (
            function, at, name,
            'None' if value is None else type(value).__name__))


class ProfilerType(object):
    """Writes what sys.setprofile() and sys.settrace() tell; profiler() and
    coverage() make them."""

    __module__ = '_hotshot'
    __slots__ = ('frametimings', 'lineevents', 'linetimings', '_file', '_files',
                 '_functions', '_active', '_last', '_outer')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_hotshot.ProfilerType' instances")

    @property
    def closed(self):
        return self._file is None

    def _open(self, name, lineevents, linetimings, frametimings):
        if not isinstance(getattr(sys, 'path', None), list):
            raise RuntimeError('sys.path must be a list of directories')
        self.lineevents = lineevents
        self.linetimings = linetimings
        self.frametimings = frametimings
        self._files = {}
        self._functions = set()
        self._active = False
        self._file = open(name, 'wb')
        self._write_header()

    def _write_header(self):
        def flag(value):
            return 'yes' if value else 'no'
        self.addinfo('hotshot-version', __version__)
        self.addinfo('requested-frame-timings', flag(self.frametimings))
        self.addinfo('requested-line-events', flag(self.lineevents))
        self.addinfo('requested-line-timings', flag(self.linetimings))
        self.addinfo('platform', sys.platform)
        self.addinfo('executable', sys.executable)
        self.addinfo('executable-version', sys.version)
        times, clock = resolution()
        self.addinfo('observed-interval-getrusage', str(clock))
        self.addinfo('observed-interval-gettimeofday', str(times))
        self.addinfo('current-directory', os.getcwd())
        for entry in sys.path:
            self.addinfo('sys-path-entry', str(entry))
        self._file.write(chr(_WHAT_FRAME_TIMES) + _number(self.frametimings) +
                         chr(WHAT_LINE_TIMES) + _number(self.linetimings))

    def addinfo(self, key, value):
        _check('addinfo', 1, key, str, 'string')
        _check('addinfo', 2, value, str, 'string')
        self._need_open()
        if len(key) + len(value) > _LARGEST_TEXT:
            raise ValueError('string too large for internal buffer')
        self._file.write(chr(WHAT_ADD_INFO) + _text(key) + _text(value))

    def close(self):
        if self._active:
            self._stop()
        if self._file is not None:
            self._file.close()
            self._file = None

    def fileno(self):
        if self._file is None:
            raise ValueError("profiler's file object already closed")
        return self._file.fileno()

    def _need_open(self):
        if self._file is None:
            raise ProfilerError('profiler already closed')

    def start(self):
        self._need_open()
        if self._active:
            raise ProfilerError('profiler already active')
        self._active = True
        self._last = time.time()
        if self.lineevents:
            self._outer = sys.gettrace()
            sys.settrace(self._trace)
        else:
            self._outer = sys.getprofile()
            sys.setprofile(self._profile)

    def stop(self):
        if not self._active:
            raise ProfilerError('profiler not active')
        self._stop()

    def _stop(self):
        if self.lineevents:
            sys.settrace(self._outer)
        else:
            sys.setprofile(self._outer)
        self._active = False

    def runcall(self, *args):
        if not 1 <= len(args) <= 3:
            raise TypeError('runcall expected at %s, got %d' % (
                'most 3 arguments' if args else 'least 1 arguments', len(args)))
        function = args[0]
        rest = args[1] if len(args) > 1 else ()
        keywords = args[2] if len(args) > 2 and args[2] is not None else {}
        if not isinstance(rest, tuple):
            raise TypeError('argument list must be a tuple')
        self.start()
        try:
            return function(*rest, **keywords)
        finally:
            if self._active:
                self._stop()

    def runcode(self, code, globals, locals=None):
        _check('runcode', 1, code, types.CodeType, 'code')
        _check('runcode', 2, globals, dict, 'dict')
        self.start()
        try:
            exec code in globals, globals if locals is None else locals
        finally:
            if self._active:
                self._stop()

    # --- events

    def _interval(self):
        now = time.time()
        elapsed = int((now - self._last) * 1000000)
        self._last = now
        return max(elapsed, 0)

    def _file_number(self, code):
        """The number of a code object's file; what is new is written."""
        name = code.co_filename
        number = self._files.get(name)
        if number is None:
            number = self._files[name] = len(self._files)
            self._file.write(chr(WHAT_DEFINE_FILE) + _number(number) +
                             _text(name))
        line = code.co_firstlineno
        if (number, line) not in self._functions:
            self._functions.add((number, line))
            self._file.write(chr(WHAT_DEFINE_FUNC) + _number(number) +
                             _number(line) + _text(code.co_name))
        return number

    def _enter(self, code):
        elapsed = self._interval()
        record = _shared_number(WHAT_ENTER, self._file_number(code)) + \
            _number(code.co_firstlineno)
        if self.frametimings:
            record += _number(elapsed)
        self._file.write(record)

    def _exit(self):
        elapsed = self._interval() if self.frametimings else 0
        self._file.write(_shared_number(WHAT_EXIT, elapsed))

    def _profile(self, frame, event, arg):
        if frame.f_globals.get('__name__') in _OWN:
            return
        if event == 'call':
            self._enter(frame.f_code)
        elif event == 'return':
            self._exit()

    def _trace(self, frame, event, arg):
        if frame.f_globals.get('__name__') in _OWN:
            return
        if event == 'call':
            self._enter(frame.f_code)
        elif event == 'return':
            self._exit()
        elif event == 'line':
            record = _shared_number(WHAT_LINENO, frame.f_lineno)
            if self.linetimings:
                record += _number(self._interval())
            self._file.write(record)
        return self._trace


def profiler(logfilename, lineevents=0, linetimings=1):
    """A profiler that writes to a file of this name."""
    _check('profiler', 1, logfilename, str, 'string')
    self = object.__new__(ProfilerType)
    self._open(logfilename, int(lineevents), int(linetimings), 1)
    return self


def coverage(logfilename, lineevents=1):
    """One that writes lines, and no times."""
    _check('coverage', 1, logfilename, str, 'string')
    self = object.__new__(ProfilerType)
    self._open(logfilename, 1, 0, 0)
    return self


def resolution():
    """Microseconds between what gettimeofday() and getrusage() tell."""
    return 1, 1


class LogReaderType(object):
    """The records of a log, as (what, time or name, file, line); info has what
    addinfo() wrote at its start."""

    __module__ = '_hotshot'
    __slots__ = 'info', '_file', '_frame_times', '_line_times'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_hotshot.LogReaderType' instances")

    @property
    def closed(self):
        return self._file is None

    def _open(self, name):
        try:
            self._file = open(name, 'rb')
        except IOError, e:
            raise IOError(e.errno, e.strerror, name)
        self.info = {}
        self._frame_times = True
        self._line_times = False
        while True:
            start = self._file.tell()
            if self._byte() != WHAT_ADD_INFO:
                self._file.seek(start)
                return
            self._read_info()

    def close(self):
        if self._file is not None:
            self._file.close()
            self._file = None

    def fileno(self):
        if self._file is None:
            raise ValueError("logreader's file object already closed")
        return self._file.fileno()

    def __iter__(self):
        return self

    def __getitem__(self, index):
        return self.next()

    def _byte(self):
        byte = self._file.read(1)
        if not byte:
            raise EOFError('end of file with incomplete profile record')
        return ord(byte)

    def _number(self, shift=0, n=0):
        while True:
            byte = self._byte()
            n |= (byte & 127) << shift
            if byte < 128:
                return n
            shift += 7

    def _shared_number(self, first):
        n = first >> 2 & 31
        return self._number(_FIRST_BITS, n) if first & 128 else n

    def _text(self):
        size = self._number()
        text = self._file.read(size)
        if len(text) < size:
            raise EOFError('end of file with incomplete profile record')
        return text

    def _read_info(self):
        key = self._text()
        value = self._text()
        self.info.setdefault(key, []).append(value)
        return key, value

    def next(self):
        if self._file is None:
            raise ProfilerError('cannot iterate over closed LogReader object')
        while True:
            byte = self._file.read(1)
            if not byte:
                self.close()
                raise StopIteration
            record = self._record(ord(byte))
            if record is not None:
                return record

    def _record(self, first):
        """The record that begins with this byte; None if it is for us."""
        what = first & 3
        if what == WHAT_ENTER:
            number = self._shared_number(first)
            line = self._number()
            elapsed = self._number() if self._frame_times else 0
            return what, elapsed, number, line
        if what == WHAT_EXIT:
            return what, self._shared_number(first), -1, -1
        if what == WHAT_LINENO:
            line = self._shared_number(first)
            elapsed = self._number() if self._line_times else -1
            return what, elapsed, -1, line
        if first == WHAT_ADD_INFO:
            key, value = self._read_info()
            return first, key, -1, value
        if first == WHAT_DEFINE_FILE:
            number = self._number()
            return first, self._text(), number, None
        if first == WHAT_DEFINE_FUNC:
            number = self._number()
            line = self._number()
            return first, self._text(), number, line
        if first == WHAT_LINE_TIMES:
            self._line_times = self._number() != 0
        elif first == _WHAT_FRAME_TIMES:
            self._frame_times = self._number() != 0
        else:
            raise ValueError('unknown record type in log file')


def logreader(filename):
    """A reader of the log of this name."""
    _check('logreader', 1, filename, str, 'string')
    self = object.__new__(LogReaderType)
    self._open(filename)
    return self


_frames.hide(globals())
