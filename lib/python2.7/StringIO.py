"""A file in memory that takes str and unicode."""

try:
    from errno import EINVAL
except ImportError:
    EINVAL = 22

__all__ = ["StringIO"]


def _complain_ifclosed(closed):
    if closed:
        raise ValueError("I/O operation on closed file")


class StringIO:
    """Reads and writes a string.

    What is written at the end gathers in buflist, and joins buf only when
    something reads or writes elsewhere; len counts both.
    """

    def __init__(self, buf=''):
        if not isinstance(buf, basestring):
            buf = str(buf)
        self.buf = buf
        self.len = len(buf)
        self.buflist = []
        self.pos = 0
        self.closed = False
        self.softspace = 0

    def __iter__(self):
        return self

    def next(self):
        _complain_ifclosed(self.closed)
        r = self.readline()
        if not r:
            raise StopIteration
        return r

    def close(self):
        if not self.closed:
            self.closed = True
            del self.buf, self.pos

    def isatty(self):
        _complain_ifclosed(self.closed)
        return False

    def _join(self):
        if self.buflist:
            self.buf += ''.join(self.buflist)
            self.buflist = []

    def seek(self, pos, mode=0):
        _complain_ifclosed(self.closed)
        self._join()
        if mode == 1:
            pos += self.pos
        elif mode == 2:
            pos += self.len
        self.pos = max(0, pos)

    def tell(self):
        _complain_ifclosed(self.closed)
        return self.pos

    def read(self, n=-1):
        _complain_ifclosed(self.closed)
        self._join()
        if n is None or n < 0:
            end = self.len
        else:
            end = min(self.pos + n, self.len)
        r = self.buf[self.pos:end]
        self.pos = end
        return r

    def readline(self, length=None):
        _complain_ifclosed(self.closed)
        self._join()
        i = self.buf.find('\n', self.pos)
        end = self.len if i < 0 else i + 1
        if length is not None and length >= 0 and self.pos + length < end:
            end = self.pos + length
        r = self.buf[self.pos:end]
        self.pos = end
        return r

    def readlines(self, sizehint=0):
        total = 0
        lines = []
        line = self.readline()
        while line:
            lines.append(line)
            total += len(line)
            if 0 < sizehint <= total:
                break
            line = self.readline()
        return lines

    def truncate(self, size=None):
        _complain_ifclosed(self.closed)
        if size is None:
            size = self.pos
        elif size < 0:
            raise IOError(EINVAL, "Negative size not allowed")
        elif size < self.pos:
            self.pos = size
        self.buf = self.getvalue()[:size]
        self.len = size

    def write(self, s):
        _complain_ifclosed(self.closed)
        if not s:
            return
        if not isinstance(s, basestring):
            s = str(s)
        pos = self.pos
        end = self.len
        if pos == end:
            self.buflist.append(s)
            self.len = self.pos = pos + len(s)
            return
        if pos > end:
            self.buflist.append('\0' * (pos - end))
            end = pos
        newpos = pos + len(s)
        if pos < end:
            self._join()
            self.buflist = [self.buf[:pos], s, self.buf[newpos:]]
            self.buf = ''
            if newpos > end:
                end = newpos
        else:
            self.buflist.append(s)
            end = newpos
        self.len = end
        self.pos = newpos

    def writelines(self, iterable):
        for line in iterable:
            self.write(line)

    def flush(self):
        _complain_ifclosed(self.closed)

    def getvalue(self):
        _complain_ifclosed(self.closed)
        self._join()
        return self.buf
