"""Files in gzip's format (RFC 1952)."""

import io
import os
import struct
import sys
import time
import zlib

import __builtin__

__all__ = ['GzipFile', 'open']

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16

READ, WRITE = 1, 2

_CHUNK = 1024


def write32u(output, value):
    """Writes 32 bits, little-endian."""
    output.write(struct.pack('<L', value & 0xffffffffL))


def read32(input):
    """Reads 32 bits, little-endian."""
    return struct.unpack('<I', input.read(4))[0]


def open(filename, mode='rb', compresslevel=9):
    """A GzipFile by name."""
    return GzipFile(filename, mode, compresslevel)


class GzipFile(io.BufferedIOBase):
    """A compressed file that is read or written as if it were not.

    extrabuf holds extrasize bytes that are decompressed and not read yet;
    the last byte of it stands at offset extrastart + len(extrabuf)."""

    myfileobj = None
    max_read_chunk = 10 * 1024 * 1024

    def __init__(self, filename=None, mode=None, compresslevel=9,
                 fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            mode = mode.replace('U', '').replace('t', '')
        if mode and 'b' not in mode:
            mode += 'b'
        if fileobj is None:
            fileobj = self.myfileobj = __builtin__.open(filename,
                                                        mode or 'rb')
        if filename is None:
            name = getattr(fileobj, 'name', '')
            filename = ''
            if isinstance(name, basestring) and name != '<fdopen>':
                filename = name
        if mode is None:
            mode = getattr(fileobj, 'mode', 'rb')
        if mode[0:1] == 'r':
            self.mode = READ
            self._new_member = True
            self.extrabuf = ''
            self.extrasize = 0
            self.extrastart = 0
            self.name = filename
            self.min_readsize = 100
        elif mode[0:1] in ('w', 'a'):
            self.mode = WRITE
            self._init_write(filename)
            self.compress = zlib.compressobj(
                compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS,
                zlib.DEF_MEM_LEVEL, 0)
        else:
            raise IOError('Mode ' + mode + ' not supported')
        self.fileobj = fileobj
        self.offset = 0
        self.mtime = mtime
        if self.mode == WRITE:
            self._write_gzip_header()

    @property
    def filename(self):
        import warnings
        warnings.warn('use the name attribute', DeprecationWarning, 2)
        if self.mode == WRITE and self.name[-3:] != '.gz':
            return self.name + '.gz'
        return self.name

    def __repr__(self):
        s = repr(self.fileobj)
        return '<gzip ' + s[1:-1] + ' ' + hex(id(self)) + '>'

    def _check_closed(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def _init_write(self, filename):
        self.name = filename
        self.crc = zlib.crc32('') & 0xffffffffL
        self.size = 0
        self.writebuf = []
        self.bufsize = 0

    def _write_gzip_header(self):
        out = self.fileobj
        out.write('\037\213\010')
        name = os.path.basename(self.name)
        if not isinstance(name, str):
            try:
                name = name.encode('latin-1')
            except UnicodeEncodeError:
                name = ''
        if name.endswith('.gz'):
            name = name[:-3]
        out.write(chr(FNAME if name else 0))
        mtime = self.mtime
        if mtime is None:
            mtime = time.time()
        write32u(out, long(mtime))
        out.write('\002\377')
        if name:
            out.write(name + '\000')

    def _init_read(self):
        self.crc = zlib.crc32('') & 0xffffffffL
        self.size = 0

    def _skip_string(self):
        while self.fileobj.read(1) not in ('', '\000'):
            pass

    def _read_gzip_header(self):
        source = self.fileobj
        if source.read(2) != '\037\213':
            raise IOError('Not a gzipped file')
        if ord(source.read(1)) != 8:
            raise IOError('Unknown compression method')
        flag = ord(source.read(1))
        self.mtime = read32(source)
        source.read(2)
        if flag & FEXTRA:
            size = ord(source.read(1))
            size += 256 * ord(source.read(1))
            source.read(size)
        if flag & FNAME:
            self._skip_string()
        if flag & FCOMMENT:
            self._skip_string()
        if flag & FHCRC:
            source.read(2)

    def write(self, data):
        self._check_closed()
        if self.mode != WRITE:
            import errno
            raise IOError(errno.EBADF, 'write() on read-only GzipFile object')
        if self.fileobj is None:
            raise ValueError('write() on closed GzipFile object')
        if isinstance(data, memoryview):
            data = data.tobytes()
        if len(data) > 0:
            self.fileobj.write(self.compress.compress(data))
            self.size += len(data)
            self.crc = zlib.crc32(data, self.crc) & 0xffffffffL
            self.offset += len(data)
        return len(data)

    def read(self, size=-1):
        self._check_closed()
        if self.mode != READ:
            import errno
            raise IOError(errno.EBADF, 'read() on write-only GzipFile object')
        if self.extrasize <= 0 and self.fileobj is None:
            return ''
        chunk = _CHUNK
        if size < 0:
            try:
                while True:
                    self._read(chunk)
                    chunk = min(self.max_read_chunk, chunk * 2)
            except EOFError:
                size = self.extrasize
        elif size == 0:
            return ''
        else:
            try:
                while size > self.extrasize:
                    self._read(chunk)
                    chunk = min(self.max_read_chunk, chunk * 2)
            except EOFError:
                size = min(size, self.extrasize)
        start = self.offset - self.extrastart
        piece = self.extrabuf[start:start + size]
        self.extrasize -= size
        self.offset += size
        return piece

    def _unread(self, buf):
        self.extrasize += len(buf)
        self.offset -= len(buf)

    def _next_member(self):
        """The header of one more member; EOFError if there is none."""
        place = self.fileobj.tell()
        self.fileobj.seek(0, 2)
        if place == self.fileobj.tell():
            raise EOFError('Reached EOF')
        self.fileobj.seek(place)
        self._init_read()
        self._read_gzip_header()
        self.decompress = zlib.decompressobj(-zlib.MAX_WBITS)
        self._new_member = False

    def _read(self, size=1024):
        if self.fileobj is None:
            raise EOFError('Reached EOF')
        if self._new_member:
            self._next_member()
        buf = self.fileobj.read(size)
        if buf == '':
            rest = self.decompress.flush()
            # Nothing may be left over: the trailer is missing.
            self._read_eof()
            self._add_read_data(rest)
            raise EOFError('Reached EOF')
        self._add_read_data(self.decompress.decompress(buf))
        unused = self.decompress.unused_data
        if unused != '':
            self.fileobj.seek(-len(unused) + 8, 1)
            self._read_eof()
            self._new_member = True

    def _add_read_data(self, data):
        self.crc = zlib.crc32(data, self.crc) & 0xffffffffL
        start = self.offset - self.extrastart
        self.extrabuf = self.extrabuf[start:] + data
        self.extrasize += len(data)
        self.extrastart = self.offset
        self.size += len(data)

    def _read_eof(self):
        self.fileobj.seek(-8, 1)
        crc32 = read32(self.fileobj)
        isize = read32(self.fileobj)
        if crc32 != self.crc:
            raise IOError('CRC check failed %s != %s'
                          % (hex(crc32), hex(self.crc)))
        if isize != self.size & 0xffffffffL:
            raise IOError('Incorrect length of data produced')
        # Zeros may pad the file.
        c = '\x00'
        while c == '\x00':
            c = self.fileobj.read(1)
        if c:
            self.fileobj.seek(-1, 1)

    @property
    def closed(self):
        return self.fileobj is None

    def close(self):
        fileobj = self.fileobj
        if fileobj is None:
            return
        self.fileobj = None
        try:
            if self.mode == WRITE:
                fileobj.write(self.compress.flush())
                write32u(fileobj, self.crc)
                write32u(fileobj, self.size & 0xffffffffL)
        finally:
            mine = self.myfileobj
            if mine:
                self.myfileobj = None
                mine.close()

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        self._check_closed()
        if self.mode == WRITE:
            self.fileobj.write(self.compress.flush(zlib_mode))
            self.fileobj.flush()

    def fileno(self):
        """The descriptor of the compressed file."""
        return self.fileobj.fileno()

    def rewind(self):
        """Goes back to the start."""
        if self.mode != READ:
            raise IOError("Can't rewind in write mode")
        self.fileobj.seek(0)
        self._new_member = True
        self.extrabuf = ''
        self.extrasize = 0
        self.extrastart = 0
        self.offset = 0

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def tell(self):
        self._check_closed()
        return self.offset

    def seek(self, offset, whence=0):
        if whence:
            if whence != 1:
                raise ValueError('Seek from end not supported')
            offset = self.offset + offset
        if self.mode == WRITE:
            if offset < self.offset:
                raise IOError('Negative seek in write mode')
            count = offset - self.offset
            zeros = '\0' * _CHUNK
            for i in xrange(count // _CHUNK):
                self.write(zeros)
            self.write('\0' * (count % _CHUNK))
        elif self.mode == READ:
            if offset < self.offset:
                self.rewind()
            count = offset - self.offset
            for i in xrange(count // _CHUNK):
                self.read(_CHUNK)
            self.read(count % _CHUNK)
        return self.offset

    def readline(self, size=-1):
        if size < 0:
            # Mostly the line is in what has been decompressed.
            start = self.offset - self.extrastart
            end = self.extrabuf.find('\n', start) + 1
            if end > 0:
                self.extrasize -= end - start
                self.offset += end - start
                return self.extrabuf[start:end]
            size = sys.maxint
            wanted = self.min_readsize
        else:
            wanted = size
        pieces = []
        while size != 0:
            piece = self.read(wanted)
            end = piece.find('\n')
            if size <= end or end == -1 and len(piece) > size:
                end = size - 1
            if end >= 0 or piece == '':
                pieces.append(piece[:end + 1])
                self._unread(piece[end + 1:])
                break
            pieces.append(piece)
            size -= len(piece)
            wanted = min(size, wanted * 2)
        if wanted > self.min_readsize:
            self.min_readsize = min(wanted, self.min_readsize * 2, 512)
        return ''.join(pieces)


def _test():
    """Compresses or, with -d, decompresses files."""
    args = sys.argv[1:]
    decompress = args and args[0] == '-d'
    if decompress:
        args = args[1:]
    for name in args or ['-']:
        _convert(name, decompress)


def _convert(name, decompress):
    if decompress:
        if name != '-' and not name.endswith('.gz'):
            print "filename doesn't end in .gz:", repr(name)
            return
        source = (GzipFile(filename='', mode='rb', fileobj=sys.stdin)
                  if name == '-' else open(name, 'rb'))
        target = (sys.stdout if name == '-'
                  else __builtin__.open(name[:-3], 'wb'))
    else:
        source = (sys.stdin if name == '-'
                  else __builtin__.open(name, 'rb'))
        target = (GzipFile(filename='', mode='wb', fileobj=sys.stdout)
                  if name == '-' else open(name + '.gz', 'wb'))
    for chunk in iter(lambda: source.read(_CHUNK), ''):
        target.write(chunk)
    if target is not sys.stdout:
        target.close()
    if source is not sys.stdin:
        source.close()


if __name__ == '__main__':
    _test()
