"""File names found with shell patterns."""

import sys
import os
import re
import fnmatch

try:
    _unicode = unicode
except NameError:
    class _unicode(object):
        pass

__all__ = ["glob", "iglob"]


def glob(pathname):
    """List the paths that match; names with a leading dot need one."""
    return list(iglob(pathname))


def iglob(pathname):
    dirname, basename = os.path.split(pathname)
    if not has_magic(pathname):
        if basename:
            if os.path.lexists(pathname):
                yield pathname
        elif os.path.isdir(dirname):
            yield pathname
        return
    if not dirname:
        for name in glob1(os.curdir, basename):
            yield name
        return
    # split() gives back a root or drive unchanged, which would not end.
    if dirname != pathname and has_magic(dirname):
        dirs = iglob(dirname)
    else:
        dirs = [dirname]
    names_in = glob1 if has_magic(basename) else glob0
    for dirname in dirs:
        for name in names_in(dirname, basename):
            yield os.path.join(dirname, name)


def glob1(dirname, pattern):
    """The names in a directory that match a pattern."""
    if not dirname:
        dirname = os.curdir
    if isinstance(pattern, _unicode) and not isinstance(dirname, unicode):
        dirname = unicode(dirname, sys.getfilesystemencoding() or
                          sys.getdefaultencoding())
    try:
        names = os.listdir(dirname)
    except os.error:
        return []
    if pattern[0] != '.':
        names = [name for name in names if name[0] != '.']
    return fnmatch.filter(names, pattern)


def glob0(dirname, basename):
    """[basename] if that stands in the directory."""
    if basename == '':
        # `q*x/` finds directories only.
        if os.path.isdir(dirname):
            return [basename]
    elif os.path.lexists(os.path.join(dirname, basename)):
        return [basename]
    return []


magic_check = re.compile('[*?[]')


def has_magic(s):
    return magic_check.search(s) is not None
