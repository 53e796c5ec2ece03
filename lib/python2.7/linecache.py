"""Lines of source files, read once and kept."""

import sys
import os

__all__ = ["getline", "clearcache", "checkcache"]

# file name -> (size, mtime, lines, full name); mtime None: never re-read.
cache = {}


def getline(filename, lineno, module_globals=None):
    """Return one line, with its newline; '' where there is none."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ''


def clearcache():
    global cache
    cache = {}


def getlines(filename, module_globals=None):
    if filename in cache:
        return cache[filename][2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Forget files that changed on disk."""
    if filename is None:
        filenames = cache.keys()
    elif filename in cache:
        filenames = [filename]
    else:
        return
    for filename in filenames:
        size, mtime, lines, fullname = cache[filename]
        if mtime is None:
            continue
        try:
            stat = os.stat(fullname)
        except os.error:
            del cache[filename]
            continue
        if size != stat.st_size or mtime != stat.st_mtime:
            del cache[filename]


def _from_loader(filename, module_globals):
    """Lines that the module's loader knows, or None."""
    if not module_globals or '__loader__' not in module_globals:
        return None
    name = module_globals.get('__name__')
    get_source = getattr(module_globals['__loader__'], 'get_source', None)
    if not name or not get_source:
        return None
    try:
        data = get_source(name)
    except (ImportError, IOError):
        return None
    if not isinstance(data, basestring):
        return []
    lines = [line + '\n' for line in data.splitlines()]
    cache[filename] = (len(data), None, lines, filename)
    return lines


def _find(filename):
    """The (full name, stat result) of a file, searching sys.path, or None."""
    try:
        return filename, os.stat(filename)
    except OSError:
        pass
    if os.path.isabs(filename):
        return None
    for dirname in sys.path:
        try:
            fullname = os.path.join(dirname, filename)
        except (TypeError, AttributeError):
            continue
        try:
            return fullname, os.stat(fullname)
        except os.error:
            pass
    return None


def updatecache(filename, module_globals=None):
    """Read a file into the cache; returns its lines, [] if there is none."""
    if filename in cache:
        del cache[filename]
    if not filename or (filename.startswith('<') and filename.endswith('>')):
        return []
    try:
        os.stat(filename)
    except OSError:
        lines = _from_loader(filename, module_globals)
        if lines is not None:
            return lines
    found = _find(filename)
    if found is None:
        return []
    fullname, stat = found
    try:
        with open(fullname, 'rU') as fp:
            lines = fp.readlines()
    except IOError:
        return []
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = (stat.st_size, stat.st_mtime, lines, fullname)
    return lines
