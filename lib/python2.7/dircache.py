"""Sorted contents of folders, read again only when the folder has changed."""

from warnings import warnpy3k as _warn
_warn('the dircache module has been removed in Python 3.0', stacklevel=2)

import os

__all__ = ['listdir', 'opendir', 'annotate', 'reset']

cache = {}


def reset():
    """Forgets everything."""
    global cache
    cache = {}


def listdir(path):
    """The names in a folder, sorted; the same list as long as it is
    unchanged."""
    changed, names = cache.get(path, (-1, []))
    mtime = os.stat(path).st_mtime
    if mtime != changed:
        names = os.listdir(path)
        names.sort()
    cache[path] = mtime, names
    return names


opendir = listdir


def annotate(head, list):
    """Puts a slash behind the names of folders below head."""
    for i, name in enumerate(list):
        if os.path.isdir(os.path.join(head, name)):
            list[i] = name + '/'
