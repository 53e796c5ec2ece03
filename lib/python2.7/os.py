"""The operating system's services: the builtin module posix, and what is built on it."""

import sys
import errno
import UserDict
import copy_reg as _copy_reg
import posix as _posix
from posix import *
from posix import _exit
import posixpath as path

sys.modules['os.path'] = path

from os.path import (curdir, pardir, sep, pathsep, defpath, extsep, altsep,
                     devnull)

name = 'posix'
linesep = '\n'

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2

P_WAIT = 0
P_NOWAIT = P_NOWAITO = 1


def _get_exports_list(module):
    """The public names of a module."""
    try:
        return list(module.__all__)
    except AttributeError:
        return [n for n in dir(module) if n[0] != '_']


__all__ = ["altsep", "curdir", "pardir", "sep", "extsep", "pathsep",
           "linesep", "defpath", "name", "path", "devnull", "SEEK_SET",
           "SEEK_CUR", "SEEK_END", "makedirs", "removedirs", "renames",
           "walk", "execl", "execle", "execlp", "execlpe", "execvp",
           "execvpe", "getenv", "popen2", "popen3", "popen4", "spawnv",
           "spawnve", "spawnvp", "spawnvpe", "spawnl", "spawnle", "spawnlp",
           "spawnlpe"] + _get_exports_list(_posix)


def makedirs(name, mode=0777):
    """Create a directory and all missing directories above it."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, mode)
        except OSError, e:
            # Somebody else may have made it between the test and here.
            if e.errno != errno.EEXIST:
                raise
        if tail == curdir:
            return
    mkdir(name, mode)


def removedirs(name):
    """Remove a directory, then each directory above it that is empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except error:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Rename, making the directories needed and removing those left empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except error:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Yield (directory, subdirectory names, other names) for a whole tree.

    Going top-down, the caller may change the list of subdirectories.
    """
    try:
        names = listdir(top)
    except error, err:
        if onerror is not None:
            onerror(err)
        return
    dirs = []
    others = []
    for entry in names:
        if path.isdir(path.join(top, entry)):
            dirs.append(entry)
        else:
            others.append(entry)
    if topdown:
        yield top, dirs, others
    for entry in dirs:
        below = path.join(top, entry)
        if followlinks or not path.islink(below):
            for item in walk(below, topdown, onerror, followlinks):
                yield item
    if not topdown:
        yield top, dirs, others


class _Environ(UserDict.IterableUserDict):
    """The environment as a mapping; changes reach the C library's environ."""

    def __init__(self, environ):
        UserDict.UserDict.__init__(self)
        self.data = environ

    def __setitem__(self, key, item):
        putenv(key, item)
        self.data[key] = item

    def __delitem__(self, key):
        unsetenv(key)
        del self.data[key]

    def clear(self):
        for key in self.data.keys():
            unsetenv(key)
            del self.data[key]

    def pop(self, key, *args):
        unsetenv(key)
        return self.data.pop(key, *args)

    def update(self, dict=None, **kwargs):
        if dict is not None:
            if hasattr(dict, 'keys'):
                for key in dict.keys():
                    self[key] = dict[key]
            else:
                for key, value in dict:
                    self[key] = value
        if kwargs:
            self.update(kwargs)

    def copy(self):
        return dict(self)


environ = _Environ(environ)


def getenv(key, default=None):
    return environ.get(key, default)


def execl(file, *args):
    execv(file, args)


def execle(file, *args):
    env = args[-1]
    execve(file, args[:-1], env)


def execlp(file, *args):
    execvp(file, args)


def execlpe(file, *args):
    env = args[-1]
    execvpe(file, args[:-1], env)


def execvp(file, args):
    _execvpe(file, args)


def execvpe(file, args, env):
    _execvpe(file, args, env)


def _exec(file, args, env):
    if env is None:
        execv(file, args)
    else:
        execve(file, args, env)


def _execvpe(file, args, env=None):
    """Try each directory of PATH; the most telling error is the one raised."""
    if path.split(file)[0]:
        _exec(file, args, env)
        return
    where = environ if env is None else env
    directories = where['PATH'] if 'PATH' in where else defpath
    kept = None
    last = None
    for directory in directories.split(pathsep):
        try:
            _exec(path.join(directory, file), args, env)
        except error, e:
            last = e
            tb = sys.exc_info()[2]
            last_tb = tb
            if e.errno not in (errno.ENOENT, errno.ENOTDIR) and kept is None:
                kept = e
                kept_tb = tb
    if kept is not None:
        raise error, kept, kept_tb
    raise error, last, last_tb


def _spawnvef(mode, file, args, env, func):
    pid = fork()
    if not pid:
        try:
            if env is None:
                func(file, args)
            else:
                func(file, args, env)
        except:
            _exit(127)
    if mode == P_NOWAIT:
        return pid
    while 1:
        wpid, status = waitpid(pid, 0)
        if WIFSTOPPED(status):
            continue
        if WIFSIGNALED(status):
            return -WTERMSIG(status)
        if WIFEXITED(status):
            return WEXITSTATUS(status)
        raise error("Not stopped, signaled or exited???")


def spawnv(mode, file, args):
    """Run a program; with P_WAIT return its exit status, or -signal."""
    return _spawnvef(mode, file, args, None, execv)


def spawnve(mode, file, args, env):
    return _spawnvef(mode, file, args, env, execve)


def spawnvp(mode, file, args):
    return _spawnvef(mode, file, args, None, execvp)


def spawnvpe(mode, file, args, env):
    return _spawnvef(mode, file, args, env, execvpe)


def spawnl(mode, file, *args):
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    env = args[-1]
    return spawnve(mode, file, args[:-1], env)


def spawnlp(mode, file, *args):
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    env = args[-1]
    return spawnvpe(mode, file, args[:-1], env)


def _popen_many(names, cmd, mode, bufsize, merge):
    """What popen2, popen3 and popen4 share; returns the pipes, stdin first."""
    import warnings
    warnings.warn("os.%s is deprecated.  Use the subprocess module." % names,
                  DeprecationWarning, stacklevel=3)
    import subprocess
    pipe = subprocess.PIPE
    if merge is None:
        stderr = None
    elif merge:
        stderr = subprocess.STDOUT
    else:
        stderr = pipe
    p = subprocess.Popen(cmd, shell=isinstance(cmd, basestring),
                         bufsize=bufsize, stdin=pipe, stdout=pipe,
                         stderr=stderr, close_fds=True)
    if merge is None or merge:
        return p.stdin, p.stdout
    return p.stdin, p.stdout, p.stderr


def popen2(cmd, mode="t", bufsize=-1):
    """Run a command; return its (stdin, stdout)."""
    return _popen_many("popen2", cmd, mode, bufsize, None)


def popen3(cmd, mode="t", bufsize=-1):
    """Run a command; return its (stdin, stdout, stderr)."""
    return _popen_many("popen3", cmd, mode, bufsize, False)


def popen4(cmd, mode="t", bufsize=-1):
    """Run a command; return its (stdin, stdout and stderr as one)."""
    return _popen_many("popen4", cmd, mode, bufsize, True)


def _make_stat_result(tup, dict):
    return stat_result(tup, dict)


def _pickle_stat_result(sr):
    return _make_stat_result, sr.__reduce__()[1]


def _make_statvfs_result(tup, dict):
    return statvfs_result(tup, dict)


def _pickle_statvfs_result(sr):
    return _make_statvfs_result, sr.__reduce__()[1]


try:
    _copy_reg.pickle(stat_result, _pickle_stat_result, _make_stat_result)
    _copy_reg.pickle(statvfs_result, _pickle_statvfs_result,
                     _make_statvfs_result)
except NameError:
    pass
