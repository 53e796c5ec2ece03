"""Archives that are read or written front to back only: mode 'r|' and 'w|'.

Bytes come from, and go to, the file below in blocks of one size, so that
pipes, sockets and tapes will do.
"""

import os
import struct
import time
import zlib

GZIP_MAGIC = '\037\213'
# Bits of a gzip header's flags: what follows it.
HAS_CRC, HAS_EXTRA, HAS_NAME, HAS_COMMENT = 2, 4, 8, 16


class LowLevelFile(object):
    """A file descriptor with read and write."""

    def __init__(self, name, mode):
        flags = os.O_RDONLY if mode == 'r' else \
            os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        self.fd = os.open(name, flags, 0666)

    def close(self):
        os.close(self.fd)

    def read(self, size):
        return os.read(self.fd, size)

    def write(self, s):
        os.write(self.fd, s)


class PlainCodec(object):
    """What compresses nothing."""

    def compress(self, data):
        return data

    decompress = compress

    def flush(self):
        return ''


class GzipReader(object):
    """Takes away the header, then decompresses."""

    def __init__(self, stream):
        self._zlib = zlib.decompressobj(-zlib.MAX_WBITS)
        take = stream.read_raw
        if take(2) != GZIP_MAGIC:
            raise stream.errors.ReadError('not a gzip file')
        if take(1) != '\010':
            raise stream.errors.CompressionError(
                'unsupported compression method')
        flags = ord(take(1))
        take(6)
        if flags & HAS_EXTRA:
            take(ord(take(1)) + 256 * ord(take(1)))
        for text in HAS_NAME, HAS_COMMENT:
            while flags & text and take(1) not in ('', '\0'):
                pass
        if flags & HAS_CRC:
            take(2)

    def decompress(self, data):
        return self._zlib.decompress(data)


class GzipWriter(object):
    """Puts a header in front and the check sums behind."""

    def __init__(self, name):
        if type(name) is unicode:
            name = name.encode('iso-8859-1', 'replace')
        if name.endswith('.gz'):
            name = name[:-3]
        stamp = struct.pack('<L', long(time.time()))
        self._head = GZIP_MAGIC + '\010\010' + stamp + '\002\377' + name + '\0'
        self._zlib = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS,
                                      zlib.DEF_MEM_LEVEL, 0)
        self._crc = zlib.crc32('')
        self._size = 0

    def compress(self, data):
        head, self._head = self._head, ''
        self._crc = zlib.crc32(data, self._crc)
        self._size += len(data)
        return head + self._zlib.compress(data)

    def flush(self):
        head, self._head = self._head, ''
        return head + self._zlib.flush() + struct.pack(
            '<LL', self._crc & 0xffffffffL, self._size & 0xffffffffL)


class Stream(object):
    """The file object of a TarFile that can not seek backwards."""

    def __init__(self, errors, name, mode, comptype, fileobj, bufsize):
        self.errors = errors
        self.name = name or ''
        self.mode = mode
        self.bufsize = bufsize
        self.closed = False
        self.pos = 0L
        self._extfileobj = fileobj is not None
        self.fileobj = fileobj if self._extfileobj else \
            LowLevelFile(name, mode)
        # Raw bytes that were read but not decompressed, and the other way
        # round; or compressed ones that do not fill a block.
        self._raw = ''
        self._ready = ''
        self._ended = False
        try:
            self.comptype = comptype if comptype != '*' else self._detect()
            self._codec = self._make_codec()
        except:
            self._close_file()
            self.closed = True
            raise

    def _detect(self):
        self._raw = self.fileobj.read(self.bufsize)
        if self._raw.startswith(GZIP_MAGIC + '\010'):
            return 'gz'
        if self._raw.startswith('BZh') and self._raw[4:10] == '1AY&SY':
            return 'bz2'
        return 'tar'

    def _make_codec(self):
        if self.comptype == 'gz':
            return GzipReader(self) if self.mode == 'r' else \
                GzipWriter(self.name)
        if self.comptype == 'bz2':
            try:
                import bz2
            except ImportError:
                raise self.errors.CompressionError(
                    'bz2 module is not available')
            return bz2.BZ2Decompressor() if self.mode == 'r' else \
                bz2.BZ2Compressor()
        if self.comptype == 'tar':
            return PlainCodec()
        raise self.errors.CompressionError('unknown compression type %r'
                                           % self.comptype)

    # Writing.

    def write(self, s):
        self.pos += len(s)
        self._write_raw(self._codec.compress(s))

    def _write_raw(self, s):
        """Writes whole blocks; keeps the rest."""
        self._raw += s
        whole = len(self._raw) // self.bufsize * self.bufsize
        for start in xrange(0, whole, self.bufsize):
            self.fileobj.write(self._raw[start:start + self.bufsize])
        if whole:
            self._raw = self._raw[whole:]

    def close(self):
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode == 'w':
                self._write_raw(self._codec.flush())
                if self._raw:
                    self.fileobj.write(self._raw)
                    self._raw = ''
        finally:
            self._close_file()

    def _close_file(self):
        if not self._extfileobj:
            self.fileobj.close()

    # Reading.

    def tell(self):
        return self.pos

    def seek(self, pos=0):
        """Reads on to a position."""
        if pos < self.pos:
            raise self.errors.StreamError('seeking backwards is not allowed')
        while pos > self.pos:
            if not self.read(min(pos - self.pos, self.bufsize)):
                break
        return self.pos

    def read(self, size=None):
        """So many bytes, fewer at the end only; all that are left."""
        pieces = [self._ready]
        n = len(self._ready)
        while not self._ended and (size is None or n < size):
            piece = self._next_piece()
            pieces.append(piece)
            n += len(piece)
        data = ''.join(pieces)
        if size is None:
            size = n
        self._ready = data[size:]
        data = data[:size]
        self.pos += len(data)
        return data

    def _next_piece(self):
        """Some decompressed bytes, perhaps none."""
        raw, self._raw = self._raw, ''
        raw = raw or self.fileobj.read(self.bufsize)
        if not raw:
            self._ended = True
            return ''
        try:
            return self._codec.decompress(raw)
        except EOFError:
            self._ended = True
            return ''
        except (IOError, zlib.error):
            raise self.errors.ReadError('invalid compressed data')

    def read_raw(self, size):
        """Bytes of the file below, as they are."""
        while len(self._raw) < size:
            block = self.fileobj.read(self.bufsize)
            if not block:
                break
            self._raw += block
        data, self._raw = self._raw[:size], self._raw[size:]
        return data
