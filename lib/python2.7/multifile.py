"""Files that consist of parts with lines between them, like multipart
messages: each part reads like a file."""
from warnings import warn
warn('the multifile module has been deprecated since Python 2.5',
     DeprecationWarning, stacklevel=2)
del warn

__all__ = ['MultiFile', 'Error']


class Error(Exception):
    pass


class MultiFile:
    """push() a separator, read a part, next() ... pop() the separator."""

    seekable = 0

    def __init__(self, fp, seekable=1):
        self.fp = fp
        self.stack = []  # separators
        self.level = 0   # how many parts have ended here
        self.last = 0    # was that the last one?
        if seekable:
            self.seekable = 1
            self.start = fp.tell()
            self.posstack = []

    def tell(self):
        if self.level > 0:
            return self.lastpos
        return self.fp.tell() - self.start

    def seek(self, pos, whence=0):
        here = self.tell()
        if whence == 1:
            pos += here
        elif whence == 2:
            if self.level <= 0:
                raise Error("can't use whence=2 yet")
            pos += self.lastpos
        if not 0 <= pos <= here or (self.level > 0 and pos > self.lastpos):
            raise Error('bad MultiFile.seek() call')
        self.fp.seek(pos + self.start)
        self.level = 0
        self.last = 0

    def readline(self):
        """A line, '' at the end of the part."""
        if self.level > 0:
            return ''
        line = self.fp.readline()
        if not line:
            self.level = len(self.stack)
            self.last = self.level > 0
            if self.last:
                raise Error('sudden EOF in MultiFile.readline()')
            return ''
        if self.is_data(line) or not self._ends_part(line):
            return line
        return ''

    def _ends_part(self, line):
        mark = line.rstrip()
        for i, sep in enumerate(reversed(self.stack)):
            if mark == self.section_divider(sep):
                self.last = 0
            elif mark == self.end_marker(sep):
                self.last = 1
            else:
                continue
            if self.seekable:
                self.lastpos = self.tell() - len(line)
            self.level = i + 1
            if self.level > 1:
                raise Error('Missing endmarker in MultiFile.readline()')
            return True
        return False

    def readlines(self):
        lines = []
        line = self.readline()
        while line:
            lines.append(line)
            line = self.readline()
        return lines

    def read(self):
        """The rest of the part."""
        return ''.join(self.readlines())

    def next(self):
        """Goes to the next part; 0 if there is none."""
        while self.readline():
            pass
        if self.level > 1 or self.last:
            return 0
        self.level = 0
        self.last = 0
        if self.seekable:
            self.start = self.fp.tell()
        return 1

    def push(self, sep):
        """A new separator, for parts of this part."""
        if self.level > 0:
            raise Error('bad MultiFile.push() call')
        self.stack.append(sep)
        if self.seekable:
            self.posstack.append(self.start)
            self.start = self.fp.tell()

    def pop(self):
        """Back to the part around."""
        if not self.stack:
            raise Error('bad MultiFile.pop() call')
        if self.level <= 1:
            self.last = 0
        else:
            here = self.lastpos + self.start
        self.level = max(0, self.level - 1)
        self.stack.pop()
        if self.seekable:
            self.start = self.posstack.pop()
            if self.level > 0:
                self.lastpos = here - self.start

    def is_data(self, line):
        """Is the line surely no separator?"""
        return line[:2] != '--'

    def section_divider(self, str):
        return '--' + str

    def end_marker(self, str):
        return '--' + str + '--'
