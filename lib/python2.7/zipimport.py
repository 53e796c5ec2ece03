"""Imports of Python sources from zip archives.

Importing this module adds zipimporter to sys.path_hooks, so that archives on
sys.path are looked into."""

import _frames
import imp
import marshal
import os
import stat
import struct
import sys
import time
import types
import zipfile

__all__ = ["ZipImportError", "zipimporter"]

_frames.hide(globals())
_SUFFIXES = ('.pyc', '.pyo', '.py')

# archive: {name in it: what the archive's directory says of the file}
_zip_directory_cache = {}


class ZipImportError(ImportError):
    """An archive, or a module in one, is not there."""


def _read_directory(archive):
    try:
        z = zipfile.ZipFile(archive)
    except IOError:
        raise ZipImportError("can't open Zip file: '%.200s'" % archive)
    except (zipfile.BadZipfile, EOFError, ValueError):
        raise ZipImportError("not a Zip file: '%.200s'" % archive)
    found = {}
    with z:
        for info in z.infolist():
            name = info.filename.replace('/', os.sep)
            year, month, day, hour, minute, second = info.date_time
            found[name] = (
                os.path.join(archive, name), info.compress_type,
                info.compress_size, info.file_size, info.header_offset,
                hour << 11 | minute << 5 | second // 2,
                (year - 1980) << 9 | month << 5 | day, info.CRC)
    return found


def _split_path(path):
    """The archive that a path names or leads into, and the rest."""
    rest = []
    while True:
        try:
            mode = os.stat(path).st_mode
        except OSError:
            head, sep, tail = path.rpartition(os.sep)
            if not sep:
                raise ZipImportError("not a Zip file")
            rest.insert(0, tail)
            path = head
        else:
            if not stat.S_ISREG(mode):
                raise ZipImportError("not a Zip file")
            return path, os.sep.join(rest)


def _time_of(info):
    """The seconds since 1970 that an entry of a directory tells."""
    time_of_day, date = info[5:7]
    return time.mktime((
        (date >> 9 & 0x7f) + 1980, date >> 5 & 0x0f, date & 0x1f,
        time_of_day >> 11 & 0x1f, time_of_day >> 5 & 0x3f,
        (time_of_day & 0x1f) * 2, -1, -1, -1))


class zipimporter(object):
    """Finds and loads modules in one folder of an archive."""

    def __init__(self, path):
        if not isinstance(path, str):
            raise TypeError("must be string, not %s" % type(path).__name__)
        if not path:
            raise ZipImportError("archive path is empty")
        if len(path) >= 4096:
            raise ZipImportError("archive path too long")
        self.archive, prefix = _split_path(path)
        prefix = prefix.rstrip(os.sep)
        self.prefix = prefix + os.sep if prefix else ''
        if self.archive not in _zip_directory_cache:
            _zip_directory_cache[self.archive] = _read_directory(self.archive)
        self._files = _zip_directory_cache[self.archive]

    def __repr__(self):
        return '<zipimporter object "%s">' % (
            self.archive + os.sep + self.prefix if self.prefix
            else self.archive)

    def _find(self, fullname):
        """(name in the archive, is it a package) or None."""
        name = self.prefix + fullname.rpartition('.')[2]
        for stem, is_package in ((name + os.sep + '__init__', True),
                                 (name, False)):
            for suffix in _SUFFIXES:
                if self._is_good(stem + suffix):
                    return stem + suffix, is_package
        return None

    def _is_good(self, name):
        """Source, or a compiled file that is not older than its source."""
        if name not in self._files:
            return False
        if name.endswith('.py'):
            return True
        code = self._read(name)
        if code[:4] != imp.get_magic():
            return False
        source = self._files.get(name[:-1])
        if source is None:
            return True
        made, = struct.unpack('<L', code[4:8])
        # Times in archives are even.
        return abs(made - _time_of(source)) <= 1

    def _known(self, fullname):
        found = self._find(fullname)
        if found is None:
            raise ZipImportError("can't find module '%.200s'" % fullname)
        return found

    def _read(self, name):
        try:
            with open(self.archive, 'rb') as f:
                z = zipfile.ZipFile(f)
                return z.read(name.replace(os.sep, '/'))
        except IOError:
            raise IOError("zipimport: can not open file %s" % self.archive)

    def find_module(self, fullname, path=None):
        return self if self._find(fullname) else None

    def load_module(self, fullname):
        name, is_package = self._known(fullname)
        code = self.get_code(fullname)
        module = sys.modules.get(fullname)
        if module is None:
            module = sys.modules[fullname] = imp.new_module(fullname)
        module.__loader__ = self
        module.__file__ = self.get_filename(fullname)
        if is_package:
            module.__path__ = [os.path.dirname(module.__file__)]
        try:
            exec code in module.__dict__
        except:
            sys.modules.pop(fullname, None)
            raise
        return sys.modules[fullname]

    def get_code(self, fullname):
        name = self._known(fullname)[0]
        source = self._read(name)
        if not name.endswith('.py'):
            code = marshal.loads(source[8:])
            if not isinstance(code, types.CodeType):
                raise TypeError("compiled module %s is not a code object" %
                                (self.archive + os.sep + name))
            return code
        source = source.replace('\r\n', '\n').replace('\r', '\n')
        return compile(source + '\n', self.get_filename(fullname), 'exec', 0,
                       True)

    def get_source(self, fullname):
        name = os.path.splitext(self._known(fullname)[0])[0] + '.py'
        return self._read(name) if name in self._files else None

    def get_filename(self, fullname):
        return self.archive + os.sep + self._known(fullname)[0]

    _get_filename = get_filename

    def is_package(self, fullname):
        return self._known(fullname)[1]

    def get_data(self, pathname):
        """A file of the archive, by its name there or with the archive's."""
        if pathname.startswith(self.archive + os.sep):
            pathname = pathname[len(self.archive) + 1:]
        if pathname not in self._files:
            raise IOError(0, 'Error', pathname)
        return self._read(pathname)


if zipimporter not in sys.path_hooks:
    # The python command has a hook that imports this module.
    sys.path_hooks[:] = [zipimporter] + [
        hook for hook in sys.path_hooks
        if getattr(hook, '__name__', None) != 'zipimporter']
    sys.path_importer_cache.clear()
