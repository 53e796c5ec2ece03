"""The events of a log: (what, (file, line, function), microseconds)."""

import _hotshot
import os.path

from _hotshot import WHAT_ENTER, WHAT_EXIT, WHAT_LINENO, WHAT_DEFINE_FILE, \
    WHAT_DEFINE_FUNC, WHAT_ADD_INFO

__all__ = ["LogReader", "ENTER", "EXIT", "LINE"]

ENTER = WHAT_ENTER
EXIT = WHAT_EXIT
LINE = WHAT_LINENO


class LogReader:
    def __init__(self, logfn):
        self._filemap = {}  # number -> name
        self._funcmap = {}  # (number, line) -> (file, function)
        self._stack = []    # (file, line, function)
        self._reader = _hotshot.logreader(logfn)
        self._info = self._reader.info
        self.cwd = None
        if 'current-directory' in self._info:
            cwd = self._info['current-directory']
            self.cwd = cwd[0] if isinstance(cwd, list) else cwd

    def close(self):
        self._reader.close()

    def fileno(self):
        """The descriptor of the log."""
        return self._reader.fileno()

    def addinfo(self, key, value):
        """Notes what the log says of itself."""
        self._info.setdefault(key, []).append(value)

    def get_filename(self, fileno):
        try:
            return self._filemap[fileno]
        except KeyError:
            raise ValueError('unknown fileno')

    def get_filenames(self):
        return self._filemap.values()

    def get_fileno(self, filename):
        filename = os.path.normcase(os.path.normpath(filename))
        for number, name in self._filemap.items():
            if name == filename:
                return number
        raise ValueError('unknown filename')

    def get_funcname(self, fileno, lineno):
        try:
            return self._funcmap[fileno, lineno]
        except KeyError:
            raise ValueError('unknown function location')

    def __iter__(self):
        return self

    def next(self, index=0):
        while True:
            what, elapsed, number, line = self._reader.next()
            if what == WHAT_DEFINE_FILE:
                self._filemap[number] = os.path.normcase(
                    os.path.normpath(elapsed))
            elif what == WHAT_DEFINE_FUNC:
                self._funcmap[number, line] = (self._filemap.get(number),
                                               elapsed)
            elif what == WHAT_ADD_INFO:
                # The reader has noted those of the start only.
                pass
            elif what == WHAT_ENTER:
                filename, function = self._decode_location(number, line)
                where = filename, line, function
                self._stack.append(where)
                return what, where, elapsed
            elif what == WHAT_EXIT:
                # Of what was called before the start nothing is known.
                if self._stack:
                    return what, self._stack.pop(), elapsed
            elif what == WHAT_LINENO:
                filename, _, function = self._stack[-1]
                return what, (filename, line, function), elapsed
            else:
                raise ValueError('unknown event')

    def _decode_location(self, fileno, lineno):
        try:
            return self._funcmap[fileno, lineno]
        except KeyError:
            return self._filemap.get(fileno), None
