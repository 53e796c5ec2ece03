"""Temporary files and directories that nobody else can get at."""

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile",
           "mkstemp", "mkdtemp", "mktemp", "TMP_MAX", "gettempprefix",
           "tempdir", "gettempdir"]

import os as _os
import errno as _errno
from random import Random as _Random

try:
    from cStringIO import StringIO as _StringIO
except ImportError:
    from StringIO import StringIO as _StringIO

try:
    import fcntl as _fcntl
except ImportError:
    def _set_cloexec(fd):
        pass
else:
    def _set_cloexec(fd):
        """Close the file in programs that this one starts."""
        try:
            flags = _fcntl.fcntl(fd, _fcntl.F_GETFD, 0)
        except IOError:
            return
        _fcntl.fcntl(fd, _fcntl.F_SETFD, flags | _fcntl.FD_CLOEXEC)

try:
    import thread as _thread
except ImportError:
    import dummy_thread as _thread
_allocate_lock = _thread.allocate_lock

_text_openflags = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL
if hasattr(_os, 'O_NOINHERIT'):
    _text_openflags |= _os.O_NOINHERIT
if hasattr(_os, 'O_NOFOLLOW'):
    _text_openflags |= _os.O_NOFOLLOW
_bin_openflags = _text_openflags
if hasattr(_os, 'O_BINARY'):
    _bin_openflags |= _os.O_BINARY

TMP_MAX = getattr(_os, 'TMP_MAX', 10000)
template = "tmp"

# Guards the one-time choices below.
_once_lock = _allocate_lock()

_stat = _os.lstat


def _exists(fn):
    try:
        _stat(fn)
    except _os.error:
        return False
    return True


class _RandomNameSequence:
    """Endless random names; another sequence in each process."""

    characters = ("abcdefghijklmnopqrstuvwxyz" +
                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "0123456789_")

    def __init__(self):
        self.mutex = _allocate_lock()
        self.normcase = _os.path.normcase

    @property
    def rng(self):
        cur_pid = _os.getpid()
        if cur_pid != getattr(self, '_rng_pid', None):
            self._rng = _Random()
            self._rng_pid = cur_pid
        return self._rng

    def __iter__(self):
        return self

    def next(self):
        with self.mutex:
            c = self.characters
            choose = self.rng.choice
            letters = [choose(c) for dummy in "123456"]
        return self.normcase(''.join(letters))


def _candidate_tempdir_list():
    """Directories to try, the likeliest first."""
    dirlist = []
    for envname in 'TMPDIR', 'TEMP', 'TMP':
        dirname = _os.getenv(envname)
        if dirname:
            dirlist.append(dirname)
    dirlist.extend(['/tmp', '/var/tmp', '/usr/tmp'])
    try:
        dirlist.append(_os.getcwd())
    except (AttributeError, _os.error):
        dirlist.append(_os.curdir)
    return dirlist


def _get_default_tempdir():
    """The first of the candidates that a file can be written in."""
    namer = _RandomNameSequence()
    dirlist = _candidate_tempdir_list()
    for dirname in dirlist:
        if dirname != _os.curdir:
            dirname = _os.path.normcase(_os.path.abspath(dirname))
        # Another may have the name; a few tries are enough.
        for seq in xrange(100):
            filename = _os.path.join(dirname, namer.next())
            try:
                fd = _os.open(filename, _bin_openflags, 0o600)
                try:
                    try:
                        _os.write(fd, b'blat')
                    finally:
                        _os.close(fd)
                finally:
                    _os.unlink(filename)
                return dirname
            except (OSError, IOError) as e:
                if e.args[0] != _errno.EEXIST:
                    break
    raise IOError(_errno.ENOENT, "No usable temporary directory found in %s" %
                  dirlist)


_name_sequence = None


def _get_candidate_names():
    """The sequence of names that all here use."""
    global _name_sequence
    if _name_sequence is None:
        with _once_lock:
            if _name_sequence is None:
                _name_sequence = _RandomNameSequence()
    return _name_sequence


def _mkstemp_inner(dir, pre, suf, flags):
    names = _get_candidate_names()
    for seq in xrange(TMP_MAX):
        file = _os.path.join(dir, pre + names.next() + suf)
        try:
            fd = _os.open(file, flags, 0600)
        except OSError, e:
            if e.errno == _errno.EEXIST:
                continue
            raise
        _set_cloexec(fd)
        return fd, _os.path.abspath(file)
    raise IOError(_errno.EEXIST, "No usable temporary file name found")


def gettempprefix():
    return template


tempdir = None


def gettempdir():
    """The directory for temporary files, chosen once."""
    global tempdir
    if tempdir is None:
        with _once_lock:
            if tempdir is None:
                tempdir = _get_default_tempdir()
    return tempdir


def mkstemp(suffix="", prefix=template, dir=None, text=False):
    """Make a file: returns (descriptor, name).  The caller removes it."""
    if dir is None:
        dir = gettempdir()
    flags = _text_openflags if text else _bin_openflags
    return _mkstemp_inner(dir, prefix, suffix, flags)


def mkdtemp(suffix="", prefix=template, dir=None):
    """Make a directory: returns its name.  The caller removes it."""
    if dir is None:
        dir = gettempdir()
    names = _get_candidate_names()
    for seq in xrange(TMP_MAX):
        file = _os.path.join(dir, prefix + names.next() + suffix)
        try:
            _os.mkdir(file, 0700)
        except OSError, e:
            if e.errno == _errno.EEXIST:
                continue
            raise
        return file
    raise IOError(_errno.EEXIST, "No usable temporary directory name found")


def mktemp(suffix="", prefix=template, dir=None):
    """A name free just now; somebody else may take it first."""
    if dir is None:
        dir = gettempdir()
    names = _get_candidate_names()
    for seq in xrange(TMP_MAX):
        file = _os.path.join(dir, prefix + names.next() + suffix)
        if not _exists(file):
            return file
    raise IOError(_errno.EEXIST, "No usable temporary filename found")


class _TemporaryFileWrapper:
    """A file with a name, removed when closed."""

    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.close_called = False
        self.delete = delete

    def __getattr__(self, name):
        file = self.__dict__['file']
        a = getattr(file, name)
        # Next time it is found without coming here.
        if not isinstance(a, type(0)):
            setattr(self, name, a)
        return a

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self.close()
        return result

    # Kept here: modules may be gone when the interpreter ends.
    unlink = _os.unlink

    def close(self):
        if not self.close_called:
            self.close_called = True
            try:
                self.file.close()
            finally:
                if self.delete:
                    self.unlink(self.name)

    def __del__(self):
        self.close()


def NamedTemporaryFile(mode='w+b', bufsize=-1, suffix="", prefix=template,
                       dir=None, delete=True):
    """Open a temporary file that has a name."""
    if dir is None:
        dir = gettempdir()
    flags = _bin_openflags if 'b' in mode else _text_openflags
    fd, name = _mkstemp_inner(dir, prefix, suffix, flags)
    try:
        file = _os.fdopen(fd, mode, bufsize)
        return _TemporaryFileWrapper(file, name, delete)
    except BaseException:
        _os.unlink(name)
        _os.close(fd)
        raise


def TemporaryFile(mode='w+b', bufsize=-1, suffix="", prefix=template,
                  dir=None):
    """Open a temporary file that has no name any more."""
    if dir is None:
        dir = gettempdir()
    flags = _bin_openflags if 'b' in mode else _text_openflags
    fd, name = _mkstemp_inner(dir, prefix, suffix, flags)
    try:
        _os.unlink(name)
        return _os.fdopen(fd, mode, bufsize)
    except:
        _os.close(fd)
        raise


class SpooledTemporaryFile:
    """A file in memory, until it is too long or somebody asks for fileno()."""

    _rolled = False

    def __init__(self, max_size=0, mode='w+b', bufsize=-1, suffix="",
                 prefix=template, dir=None):
        self._file = _StringIO()
        self._max_size = max_size
        self._rolled = False
        self._TemporaryFileArgs = (mode, bufsize, suffix, prefix, dir)

    def _check(self, file):
        if self._rolled:
            return
        max_size = self._max_size
        if max_size and file.tell() > max_size:
            self.rollover()

    def rollover(self):
        """Go on in a real file."""
        if self._rolled:
            return
        file = self._file
        newfile = self._file = TemporaryFile(*self._TemporaryFileArgs)
        del self._TemporaryFileArgs
        newfile.write(file.getvalue())
        newfile.seek(file.tell(), 0)
        self._rolled = True

    # The file's methods cannot be bound once: rollover() changes the file.

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def flush(self):
        self._file.flush()

    def isatty(self):
        return self._file.isatty()

    @property
    def mode(self):
        try:
            return self._file.mode
        except AttributeError:
            return self._TemporaryFileArgs[0]

    @property
    def name(self):
        try:
            return self._file.name
        except AttributeError:
            return None

    def next(self):
        return self._file.next()

    def read(self, *args):
        return self._file.read(*args)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def seek(self, *args):
        self._file.seek(*args)

    @property
    def softspace(self):
        return self._file.softspace

    def tell(self):
        return self._file.tell()

    def truncate(self):
        self._file.truncate()

    def write(self, s):
        file = self._file
        rv = file.write(s)
        self._check(file)
        return rv

    def writelines(self, iterable):
        file = self._file
        rv = file.writelines(iterable)
        self._check(file)
        return rv

    def xreadlines(self, *args):
        if hasattr(self._file, 'xreadlines'):
            return self._file.xreadlines(*args)
        return iter(self._file.readlines(*args))
