"""Files with locks and flags of descriptors: an old interface of fcntl."""

import warnings
warnings.warn('The posixfile module is deprecated; '
              'fcntl.lockf() provides better locking',
              DeprecationWarning, 2)

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2

_FLAGS = (('n', 'O_NDELAY'), ('a', 'O_APPEND'), ('s', 'O_SYNC'))
_LOCKS = {'u': 'F_UNLCK', 'r': 'F_RDLCK', 'w': 'F_WRLCK'}


class _posixfile_:
    """A file and what can be done with its descriptor."""

    states = ['open', 'closed']

    def __repr__(self):
        file = self._file_
        return "<%s posixfile '%s', mode '%s' at %s>" % (
            self.states[file.closed], file.name, file.mode,
            hex(id(self))[2:])

    def open(self, name, mode='r', bufsize=-1):
        import __builtin__
        return self.fileopen(__builtin__.open(name, mode, bufsize))

    def fileopen(self, file):
        import types
        if repr(type(file)) != "<type 'file'>":
            raise TypeError, 'posixfile.fileopen() arg must be file object'
        self._file_ = file
        for name in dir(file):
            if not name.startswith('_'):
                attribute = getattr(file, name)
                if isinstance(attribute, types.BuiltinMethodType):
                    setattr(self, name, attribute)
        return self

    def file(self):
        return self._file_

    def dup(self):
        import posix
        return posix.fdopen(posix.dup(self._file_.fileno()),
                            self._file_.mode)

    def dup2(self, fd):
        import posix
        posix.dup2(self._file_.fileno(), fd)
        return posix.fdopen(fd, self._file_.mode)

    def flags(self, *which):
        """Sets flags of the letters a, c, n, s (behind !: takes them away,
        behind =: only them); those that are set."""
        import fcntl
        import os
        if which:
            if len(which) > 1:
                raise TypeError, 'Too many arguments'
            which = which[0]
        else:
            which = '?'
        bits = 0
        for letter, name in _FLAGS:
            if letter in which:
                bits |= getattr(os, name)
        file = self._file_
        if '=' not in which:
            now = fcntl.fcntl(file.fileno(), fcntl.F_GETFL, 0)
            bits = now & ~bits if '!' in which else now | bits
        fcntl.fcntl(file.fileno(), fcntl.F_SETFL, bits)
        if 'c' in which:
            fcntl.fcntl(file.fileno(), fcntl.F_SETFD,
                        0 if '!' in which else 1)
        if '?' not in which:
            return None
        now = fcntl.fcntl(file.fileno(), fcntl.F_GETFL, 0)
        closes = fcntl.fcntl(file.fileno(), fcntl.F_GETFD, 0) & 1
        text = 'c' if closes else ''
        for letter, name in ('n', 'O_NDELAY'), ('a', 'O_APPEND'), \
                ('s', 'O_SYNC'):
            if getattr(os, name) & now:
                text += letter
        return text

    def lock(self, how, *args):
        """Locks a part (length, start, whence): r or w, u unlocks; with |
        waits, with ? tells who has it."""
        import fcntl
        import struct
        for letter in 'u', 'r', 'w':
            if letter in how:
                kind = getattr(fcntl, _LOCKS[letter])
                break
        else:
            raise TypeError, 'no type of lock specified'
        command = (fcntl.F_SETLKW if '|' in how else
                   fcntl.F_GETLK if '?' in how else fcntl.F_SETLK)
        start = length = 0
        whence = 0
        if len(args) == 1:
            length = args[0]
        elif len(args) == 2:
            length, start = args
        elif len(args) == 3:
            length, start, whence = args
        elif args:
            raise TypeError, 'too many arguments'
        form = 'hhxxxxlli'
        data = struct.pack(form, kind, whence, start, length, 0)
        data += '\0' * (32 - len(data))
        data = fcntl.fcntl(self._file_.fileno(), command, data)
        if '?' in how:
            kind, whence, start, length, pid = struct.unpack(
                form, data[:struct.calcsize(form)])
            if kind != fcntl.F_UNLCK:
                return ('r' if kind == fcntl.F_RDLCK else 'w', length, start,
                        whence, pid)


def open(name, mode='r', bufsize=-1):
    """A file by its name."""
    return _posixfile_().open(name, mode, bufsize)


def fileopen(file):
    """A file that is open."""
    return _posixfile_().fileopen(file)
