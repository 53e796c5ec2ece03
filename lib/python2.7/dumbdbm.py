"""A simple database of strings: an index in one file, values in another.

FILE.dir has a line `'key', (position, size)` for each key; values in FILE.dat
begin at multiples of 512 bytes, so that most changes fit in place.
"""

import os as _os
import __builtin__
import UserDict

_open = __builtin__.open
_BLOCKSIZE = 512

error = IOError


class _Database(UserDict.DictMixin):

    # Kept here: modules may be gone when the interpreter ends.
    _os = _os
    _open = _open

    def __init__(self, filebasename, mode, flag='c'):
        self._mode = mode
        self._readonly = (flag == 'r')
        self._dirfile = filebasename + _os.extsep + 'dir'
        self._datfile = filebasename + _os.extsep + 'dat'
        self._bakfile = filebasename + _os.extsep + 'bak'
        # key -> (position, size)
        self._index = None
        try:
            f = _open(self._datfile, 'r')
        except IOError:
            with _open(self._datfile, 'w') as f:
                self._chmod(self._datfile)
        else:
            f.close()
        self._update()

    def _update(self):
        """Read the index."""
        self._index = {}
        try:
            f = _open(self._dirfile)
        except IOError:
            self._modified = not self._readonly
            return
        self._modified = False
        with f:
            for line in f:
                line = line.rstrip()
                key, pos_and_siz_pair = _parse_line(line)
                self._index[key] = pos_and_siz_pair

    def _commit(self):
        """Write the index; the old one stays as FILE.bak."""
        if self._index is None or not self._modified:
            return
        try:
            self._os.unlink(self._bakfile)
        except self._os.error:
            pass
        try:
            self._os.rename(self._dirfile, self._bakfile)
        except self._os.error:
            pass
        with self._open(self._dirfile, 'w') as f:
            self._chmod(self._dirfile)
            for key, pos_and_siz_pair in self._index.iteritems():
                f.write("%r, %r\n" % (key, pos_and_siz_pair))

    sync = _commit

    def __getitem__(self, key):
        pos, siz = self._index[key]
        with _open(self._datfile, 'rb') as f:
            f.seek(pos)
            return f.read(siz)

    def _addval(self, val):
        """Append a value: (position, size)."""
        with _open(self._datfile, 'rb+') as f:
            f.seek(0, 2)
            pos = int(f.tell())
            npos = ((pos + _BLOCKSIZE - 1) // _BLOCKSIZE) * _BLOCKSIZE
            f.write('\0' * (npos - pos))
            pos = npos
            f.write(val)
        return (pos, len(val))

    def _setval(self, pos, val):
        with _open(self._datfile, 'rb+') as f:
            f.seek(pos)
            f.write(val)
        return (pos, len(val))

    def _addkey(self, key, pos_and_siz_pair):
        self._index[key] = pos_and_siz_pair
        with _open(self._dirfile, 'a') as f:
            self._chmod(self._dirfile)
            f.write("%r, %r\n" % (key, pos_and_siz_pair))

    def __setitem__(self, key, val):
        if not type(key) == type('') == type(val):
            raise TypeError("keys and values must be strings")
        self._modified = True
        if key not in self._index:
            self._addkey(key, self._addval(val))
            return
        pos, siz = self._index[key]
        oldblocks = (siz + _BLOCKSIZE - 1) // _BLOCKSIZE
        newblocks = (len(val) + _BLOCKSIZE - 1) // _BLOCKSIZE
        if newblocks <= oldblocks:
            self._index[key] = self._setval(pos, val)
        else:
            # The old place is lost until somebody writes the database anew.
            self._index[key] = self._addval(val)

    def __delitem__(self, key):
        self._modified = True
        del self._index[key]
        self._commit()

    def keys(self):
        return self._index.keys()

    def has_key(self, key):
        return key in self._index

    def __contains__(self, key):
        return key in self._index

    def iterkeys(self):
        return self._index.iterkeys()

    __iter__ = iterkeys

    def __len__(self):
        return len(self._index)

    def close(self):
        try:
            self._commit()
        finally:
            self._index = self._datfile = self._dirfile = \
                self._bakfile = None

    __del__ = close

    def _chmod(self, file):
        if hasattr(self._os, 'chmod'):
            self._os.chmod(file, self._mode)


def _parse_line(line):
    """Take a line of the index apart: (key, (position, size))."""
    i = line.rindex(', (')
    text = line[:i]
    pos, siz = line[i + 3:].rstrip(')').split(',')
    if text[:1] in 'uU':
        raise ValueError('bad key in index: %s' % text)
    return text[1:-1].decode('string-escape'), (int(pos), int(siz))


def open(file, flag=None, mode=0666):
    """Open a database; flag 'n' makes it anew, 'r' leaves it as it is."""
    um = None
    try:
        um = _os.umask(0)
        _os.umask(um)
    except AttributeError:
        pass
    else:
        mode = mode & (~um)
    if flag == 'n':
        for ext in 'dat', 'dir', 'bak':
            try:
                _os.unlink(file + _os.extsep + ext)
            except _os.error:
                pass
    return _Database(file, mode, flag=flag)
