"""Operations on POSIX path names; `os.path` on POSIX systems."""

import os
import sys
import stat
import genericpath
import warnings
from genericpath import *
from genericpath import _unicode

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext",
           "basename", "dirname", "commonprefix", "getsize", "getmtime",
           "getatime", "getctime", "islink", "exists", "lexists", "isdir",
           "isfile", "ismount", "walk", "expanduser", "expandvars", "normpath",
           "abspath", "samefile", "sameopenfile", "samestat", "curdir",
           "pardir", "sep", "pathsep", "defpath", "altsep", "extsep",
           "devnull", "realpath", "supports_unicode_filenames", "relpath"]

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = ':/bin:/usr/bin'
altsep = None
devnull = '/dev/null'
supports_unicode_filenames = (sys.platform == 'darwin')


def normcase(s):
    return s


def isabs(s):
    return s.startswith('/')


def join(a, *p):
    """Join parts with '/'; an absolute part discards all before it."""
    path = a
    for b in p:
        if b.startswith('/'):
            path = b
        elif path == '' or path.endswith('/'):
            path += b
        else:
            path += '/' + b
    return path


def split(p):
    """Return (head, tail); tail holds no slash, head ends in one only at the root."""
    i = p.rfind('/') + 1
    head = p[:i]
    if head:
        bare = head.rstrip('/')
        if bare:
            head = bare
    return head, p[i:]


def splitext(p):
    return genericpath._splitext(p, sep, altsep, extsep)


splitext.__doc__ = genericpath._splitext.__doc__


def splitdrive(p):
    return '', p


def basename(p):
    return p[p.rfind('/') + 1:]


def dirname(p):
    return split(p)[0]


def islink(path):
    try:
        mode = os.lstat(path).st_mode
    except (os.error, AttributeError):
        return False
    return stat.S_ISLNK(mode)


def lexists(path):
    """True if path names something, be it a dangling symbolic link."""
    try:
        os.lstat(path)
    except os.error:
        return False
    return True


def samefile(f1, f2):
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    return samestat(os.fstat(fp1), os.fstat(fp2))


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def ismount(path):
    if islink(path):
        return False
    try:
        here = os.lstat(path)
        above = os.lstat(realpath(join(path, '..')))
    except os.error:
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def walk(top, func, arg):
    """Call func(arg, directory, names) for top and each directory below it."""
    warnings.warnpy3k("In 3.x, os.path.walk is removed in favor of os.walk.",
                      stacklevel=2)
    try:
        names = os.listdir(top)
    except os.error:
        return
    func(arg, top, names)
    for name in names:
        name = join(top, name)
        try:
            mode = os.lstat(name).st_mode
        except os.error:
            continue
        if stat.S_ISDIR(mode):
            walk(name, func, arg)


def expanduser(path):
    """Replace a leading ~ or ~user by that user's home directory."""
    if not path.startswith('~'):
        return path
    end = path.find('/', 1)
    if end < 0:
        end = len(path)
    if end > 1:
        import pwd
        try:
            home = pwd.getpwnam(path[1:end]).pw_dir
        except KeyError:
            return path
    elif 'HOME' in os.environ:
        home = os.environ['HOME']
    else:
        import pwd
        try:
            home = pwd.getpwuid(os.getuid()).pw_dir
        except KeyError:
            return path
    return (home.rstrip('/') + path[end:]) or '/'


_NAME_CHARS = frozenset('abcdefghijklmnopqrstuvwxyz'
                        'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_')


def _is_name_char(c):
    return c in _NAME_CHARS or isinstance(c, _unicode) and c.isalnum()


def expandvars(path):
    """Replace $name and ${name} by environment variables that are set."""
    if '$' not in path:
        return path
    environ = os.environ
    encoding = None
    if isinstance(path, _unicode):
        encoding = sys.getfilesystemencoding()
    out = []
    i = 0
    n = len(path)
    while i < n:
        dollar = path.find('$', i)
        if dollar < 0:
            break
        out.append(path[i:dollar])
        end = dollar + 1
        if path[end:end + 1] == '{':
            close = path.find('}', end)
            if close < 0:
                name = None
            else:
                name = path[end + 1:close]
                end = close + 1
        else:
            while end < n and _is_name_char(path[end]):
                end += 1
            name = path[dollar + 1:end]
            if not name:
                name = None
        if name is not None and encoding:
            key = name.encode(encoding)
        else:
            key = name
        if key is not None and key in environ:
            value = environ[key]
            if encoding:
                value = value.decode(encoding)
            out.append(value)
        elif name is None:
            out.append('$')
            end = dollar + 1
        else:
            out.append(path[dollar:end])
        i = end
    out.append(path[i:])
    return path[:0].join(out)


def normpath(path):
    """Fold repeated slashes, '.' and 'x/..'; two leading slashes stay two."""
    slash, dot = (u'/', u'.') if isinstance(path, _unicode) else ('/', '.')
    if path == '':
        return dot
    root = ''
    if path.startswith('/'):
        root = slash
        if path.startswith('//') and not path.startswith('///'):
            root = slash * 2
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or (not root and not parts) or \
                (parts and parts[-1] == '..'):
            parts.append(part)
        elif parts:
            parts.pop()
    path = slash.join(parts)
    if root:
        path = root + path
    return path or dot


def abspath(path):
    if not isabs(path):
        cwd = os.getcwdu() if isinstance(path, _unicode) else os.getcwd()
        path = join(cwd, path)
    return normpath(path)


def realpath(filename):
    """Return the path with every symbolic link on the way resolved."""
    return abspath(_joinrealpath(filename[:0], filename, {})[0])


def _joinrealpath(path, rest, seen):
    """Resolve `rest` below the resolved `path`; (path, False) at a link loop."""
    if isabs(rest):
        rest = rest[1:]
        path = sep
    while rest:
        name, _, rest = rest.partition(sep)
        if not name or name == curdir:
            continue
        if name == pardir:
            if path:
                path, name = split(path)
                if name == pardir:
                    path = join(path, pardir, pardir)
            else:
                path = pardir
            continue
        newpath = join(path, name)
        if not islink(newpath):
            path = newpath
            continue
        if newpath in seen:
            path = seen[newpath]
            if path is not None:
                continue
            return join(newpath, rest), False
        seen[newpath] = None
        path, ok = _joinrealpath(path, os.readlink(newpath), seen)
        if not ok:
            return join(path, rest), False
        seen[newpath] = path
    return path, True


def relpath(path, start=curdir):
    """Return path as seen from start."""
    if not path:
        raise ValueError("no path specified")
    here = [x for x in abspath(start).split(sep) if x]
    there = [x for x in abspath(path).split(sep) if x]
    common = len(commonprefix([here, there]))
    parts = [pardir] * (len(here) - common) + there[common:]
    if not parts:
        return curdir
    return join(*parts)
