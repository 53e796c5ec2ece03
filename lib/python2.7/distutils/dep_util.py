"""Which files are newer than others."""

import os
from stat import ST_MTIME
from distutils.errors import DistutilsFileError


def newer(source, target):
    """Whether source is newer, or target is missing."""
    if not os.path.exists(source):
        raise DistutilsFileError("file '%s' does not exist" %
                                 os.path.abspath(source))
    if not os.path.exists(target):
        return True
    return os.stat(source)[ST_MTIME] > os.stat(target)[ST_MTIME]


def newer_pairwise(sources, targets):
    """The pairs of two lists whose source is newer."""
    if len(sources) != len(targets):
        raise ValueError, "'sources' and 'targets' must be same length"
    pairs = [(s, t) for s, t in zip(sources, targets) if newer(s, t)]
    return [s for s, t in pairs], [t for s, t in pairs]


def newer_group(sources, target, missing='error'):
    """Whether any of the sources is newer; missing ones are an 'error', are
    left out ('ignore') or count as newer ('newer')."""
    if not os.path.exists(target):
        return True
    target_mtime = os.stat(target)[ST_MTIME]
    for source in sources:
        if not os.path.exists(source):
            if missing == 'ignore':
                continue
            if missing == 'newer':
                return True
        if os.stat(source)[ST_MTIME] > target_mtime:
            return True
    return False
