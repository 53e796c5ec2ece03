"""Path operations that are the same on every system."""

import os
import stat

__all__ = ['commonprefix', 'exists', 'getatime', 'getctime', 'getmtime',
           'getsize', 'isdir', 'isfile']

try:
    _unicode = unicode
except NameError:
    class _unicode(object):
        pass


def exists(path):
    """True if path names something; False for a dangling symbolic link."""
    try:
        os.stat(path)
    except os.error:
        return False
    return True


def isfile(path):
    """True if path is a regular file, or a link to one."""
    try:
        mode = os.stat(path).st_mode
    except os.error:
        return False
    return stat.S_ISREG(mode)


def isdir(s):
    """True if s is a directory, or a link to one."""
    try:
        mode = os.stat(s).st_mode
    except os.error:
        return False
    return stat.S_ISDIR(mode)


def getsize(filename):
    return os.stat(filename).st_size


def getmtime(filename):
    return os.stat(filename).st_mtime


def getatime(filename):
    return os.stat(filename).st_atime


def getctime(filename):
    return os.stat(filename).st_ctime


def commonprefix(m):
    """The longest prefix, item by item, that all the given sequences share."""
    if not m:
        return ''
    low = min(m)
    high = max(m)
    n = 0
    for c in low:
        if c != high[n]:
            return low[:n]
        n += 1
    return low


def _splitext(p, sep, altsep, extsep):
    """Split off the extension; leading dots of a name do not start one."""
    slash = p.rfind(sep)
    if altsep:
        slash = max(slash, p.rfind(altsep))
    dot = p.rfind(extsep)
    if dot > slash:
        i = slash + 1
        while i < dot:
            if p[i] != extsep:
                return p[:dot], p[dot:]
            i += 1
    return p, ''
