"""Files that mailboxes share: locking, and views of their parts."""
import errno
import os
import socket
import time

try:
    import fcntl
except ImportError:
    fcntl = None


class Error(Exception):
    """What the exceptions of mailbox have in common."""


class NoSuchMailboxError(Error):
    """There is no such mailbox, and it is not to be made."""


class NotEmptyError(Error):
    """A folder that is to be removed is not empty."""


class ExternalClashError(Error):
    """Another program is in the way."""


class FormatError(Error):
    """A file is damaged."""


class _ProxyFile:
    """A file with a position of its own, to be read only."""

    def __init__(self, f, pos=None):
        self._file = f
        self._pos = f.tell() if pos is None else pos

    def read(self, size=None):
        return self._read(size, self._file.read)

    def readline(self, size=None):
        return self._read(size, self._file.readline)

    def readlines(self, sizehint=None):
        lines = []
        for line in self:
            lines.append(line)
            if sizehint is not None:
                sizehint -= len(line)
                if sizehint <= 0:
                    break
        return lines

    def __iter__(self):
        return iter(self.readline, '')

    def tell(self):
        return self._pos

    def seek(self, offset, whence=0):
        if whence == 1:
            self._file.seek(self._pos)
        self._file.seek(offset, whence)
        self._pos = self._file.tell()

    def close(self):
        f = self.__dict__.pop('_file', None)
        if f is not None and hasattr(f, 'close'):
            f.close()

    def _read(self, size, read_method):
        self._file.seek(self._pos)
        data = read_method(-1 if size is None else size)
        self._pos = self._file.tell()
        return data


class _PartialFile(_ProxyFile):
    """The part of a file from start to stop."""

    def __init__(self, f, start=None, stop=None):
        _ProxyFile.__init__(self, f, start)
        self._start = start
        self._stop = stop

    def tell(self):
        return _ProxyFile.tell(self) - self._start

    def seek(self, offset, whence=0):
        if whence == 0:
            self._pos = self._start
        elif whence == 2:
            self._pos = self._stop
        _ProxyFile.seek(self, offset, 1)

    def close(self):
        """Forgets the file, which others use."""
        self.__dict__.pop('_file', None)

    def _read(self, size, read_method):
        left = self._stop - self._pos
        if left <= 0:
            return ''
        if size is None or size < 0 or size > left:
            size = left
        return _ProxyFile._read(self, size, read_method)


def _dot_lock(f):
    """Makes the file NAME.lock, which says to other programs that the file
    is locked.  False: not permitted."""
    name = f.name + '.lock'
    try:
        temporary = _create_temporary(name)
    except IOError as e:
        if e.errno in (errno.EACCES, errno.EROFS):
            return False
        raise
    temporary.close()
    try:
        os.link(temporary.name, name)
    except OSError as e:
        if e.errno != errno.EEXIST:
            raise
        os.remove(temporary.name)
        raise ExternalClashError('dot lock unavailable: %s' % f.name)
    os.unlink(temporary.name)
    return True


def _lock_file(f, dotlock=True):
    """Locks a file, by the system and with a dot lock; ExternalClashError if
    another program has it."""
    if fcntl:
        try:
            fcntl.lockf(f, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except IOError as e:
            if e.errno in (errno.EAGAIN, errno.EACCES, errno.EROFS):
                raise ExternalClashError('lockf: lock unavailable: %s' %
                                         f.name)
            raise
    if not dotlock:
        return
    try:
        _dot_lock(f)
    except:
        if fcntl:
            fcntl.lockf(f, fcntl.LOCK_UN)
        raise


def _unlock_file(f):
    if fcntl:
        fcntl.lockf(f, fcntl.LOCK_UN)
    if os.path.exists(f.name + '.lock'):
        os.remove(f.name + '.lock')


def _create_carefully(path):
    """A new file, opened for reading and writing; OSError if there is one."""
    fd = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0666)
    try:
        return open(path, 'rb+')
    finally:
        os.close(fd)


def _create_temporary(path):
    return _create_carefully('%s.%s.%s.%s' % (
        path, int(time.time()), socket.gethostname(), os.getpid()))


def _sync_flush(f):
    """Brings what was written onto the disk."""
    f.flush()
    os.fsync(f.fileno())


def _sync_close(f):
    _sync_flush(f)
    f.close()


# --- the old interface: messages one after another ------------------------

class _Mailbox:
    """The messages of a file; factory makes them of files."""

    def __init__(self, fp, factory=None):
        if factory is None:
            import rfc822
            factory = rfc822.Message
        self.fp = fp
        self.seekp = 0
        self.factory = factory

    def __iter__(self):
        return iter(self.next, None)

    def next(self):
        """The next message, None at the end."""
        start = stop = 0
        while start == stop:
            self.fp.seek(self.seekp)
            try:
                self._search_start()
            except EOFError:
                self.seekp = self.fp.tell()
                return None
            start = self.fp.tell()
            self._search_end()
            self.seekp = stop = self.fp.tell()
        return self.factory(_PartialFile(self.fp, start, stop))

    def _line_before(self, wanted):
        """Goes to the start of the next line that is wanted; False: there
        is none, and this is the end."""
        while True:
            pos = self.fp.tell()
            line = self.fp.readline()
            if not line:
                return False
            if wanted(line):
                self.fp.seek(pos)
                return True

    def _line_behind(self, wanted):
        while True:
            line = self.fp.readline()
            if not line:
                raise EOFError
            if wanted(line):
                return


class UnixMailbox(_Mailbox):
    """An mbox whose lines "From " must look right to begin a message."""

    _fromlinepattern = (
        r'From \s*[^\s]+\s+\w\w\w\s+\w\w\w\s+\d?\d\s+'
        r'\d?\d:\d\d(:\d\d)?(\s+[^\s]+)?\s+\d\d\d\d\s*[^\s]*\s*$')
    _regexp = None

    def _begins(self, line):
        return line[:5] == 'From ' and self._isrealfromline(line)

    def _search_start(self):
        if not self._line_before(self._begins):
            raise EOFError

    def _search_end(self):
        self.fp.readline()
        self._line_before(self._begins)

    def _strict_isrealfromline(self, line):
        if not self._regexp:
            import re
            self._regexp = re.compile(self._fromlinepattern)
        return self._regexp.match(line)

    def _portable_isrealfromline(self, line):
        return True

    _isrealfromline = _strict_isrealfromline


class PortableUnixMailbox(UnixMailbox):
    """An mbox where any line "From " begins a message."""

    _isrealfromline = UnixMailbox._portable_isrealfromline


class MmdfMailbox(_Mailbox):
    def _search_start(self):
        self._line_behind(lambda line: line[:5] == '\001\001\001\001\n')

    def _search_end(self):
        self._line_before(lambda line: line == '\001\001\001\001\n')


class BabylMailbox(_Mailbox):
    def _search_start(self):
        self._line_behind(lambda line: line == '*** EOOH ***\n')

    def _search_end(self):
        self._line_before(lambda line: line in ('\037\014\n', '\037'))


class MHMailbox:
    """The messages of an MH folder, by their numbers."""

    def __init__(self, dirname, factory=None):
        if factory is None:
            import rfc822
            factory = rfc822.Message
        self.dirname = dirname
        numbers = sorted([long(name) for name in os.listdir(dirname)
                          if name.isdigit() and name[0] != '0'])
        self.boxes = [str(n) for n in reversed(numbers)]
        self.factory = factory

    def __iter__(self):
        return iter(self.next, None)

    def next(self):
        if not self.boxes:
            return None
        name = self.boxes.pop()
        msg = self.factory(open(os.path.join(self.dirname, name)))
        try:
            msg._mh_msgno = name
        except (AttributeError, TypeError):
            pass
        return msg
