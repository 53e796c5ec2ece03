"""Chunks of IFF files and their like: a name of four bytes, a size, data."""
import struct


class Chunk:
    """The chunk that begins at a file's position, as a file.  align: there
    is a byte more behind odd sizes; inclheader: the size counts name and
    size too."""

    def __init__(self, file, align=True, bigendian=True, inclheader=False):
        self.closed = False
        self.align = align
        self.file = file
        self.chunkname = file.read(4)
        size = file.read(4) if len(self.chunkname) == 4 else ''
        if len(size) < 4:
            raise EOFError
        self.chunksize = struct.unpack('>L' if bigendian else '<L', size)[0]
        if inclheader:
            self.chunksize -= 8
        self.size_read = 0
        try:
            self.offset = file.tell()
            self.seekable = True
        except (AttributeError, IOError):
            self.seekable = False

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def getname(self):
        """The name."""
        return self.chunkname

    def getsize(self):
        """The size of the data."""
        return self.chunksize

    def close(self):
        """Goes behind the chunk."""
        if not self.closed:
            try:
                self.skip()
            finally:
                self.closed = True

    def isatty(self):
        self._check()
        return False

    def seek(self, pos, whence=0):
        self._check()
        if not self.seekable:
            raise IOError('cannot seek')
        if whence == 1:
            pos += self.size_read
        elif whence == 2:
            pos += self.chunksize
        if not 0 <= pos <= self.chunksize:
            raise RuntimeError
        self.file.seek(self.offset + pos, 0)
        self.size_read = pos

    def tell(self):
        self._check()
        return self.size_read

    def read(self, size=-1):
        """At most size bytes; all that are left if it is negative."""
        self._check()
        left = self.chunksize - self.size_read
        if left <= 0:
            return ''
        if size < 0 or size > left:
            size = left
        data = self.file.read(size)
        self.size_read += len(data)
        if self.size_read == self.chunksize and self.align and \
                self.chunksize & 1:
            self.size_read += len(self.file.read(1))
        return data

    def skip(self):
        """Goes behind the chunk, reading if the file cannot seek."""
        self._check()
        if self.seekable:
            try:
                n = self.chunksize - self.size_read
                if self.align:
                    n += self.chunksize & 1
                self.file.seek(n, 1)
                self.size_read += n
                return
            except IOError:
                pass
        while self.size_read < self.chunksize:
            if not self.read(min(8192, self.chunksize - self.size_read)):
                raise EOFError
