"""AIFF and AIFF-C files: sounds, maybe compressed as u-law or ADPCM."""
import __builtin__
import math
import struct

import _soundfile
from chunk import Chunk

__all__ = ['Error', 'open', 'openfp']

_AIFC_version = 0xA2805140L
_HUGE_VAL = 1.79769313486231e+308

# Compressions that make one byte of each sample of two.
_LAWS = ('ULAW', 'ulaw', 'ALAW', 'alaw')


class Error(Exception):
    pass


def _read(file, layout, size):
    data = file.read(size)
    if len(data) < size:
        raise EOFError
    return struct.unpack(layout, data)[0]


def _read_long(file):
    return _read(file, '>l', 4)


def _read_ulong(file):
    return _read(file, '>L', 4)


def _read_short(file):
    return _read(file, '>h', 2)


def _read_ushort(file):
    return _read(file, '>H', 2)


def _read_string(file):
    """A text behind a byte that counts it, both together even."""
    length = ord(file.read(1))
    data = file.read(length) if length else ''
    if length & 1 == 0:
        file.read(1)
    return data


def _read_float(f):
    """A number of 80 bits."""
    expon = _read_short(f)
    sign = 1
    if expon < 0:
        sign = -1
        expon += 0x8000
    mant = _read_ulong(f) << 32 | _read_ulong(f)
    if expon == mant == 0:
        return sign * 0.0
    if expon == 0x7FFF:
        return sign * _HUGE_VAL
    return sign * mant * pow(2.0, expon - 16383 - 63)


def _write_short(f, x):
    f.write(struct.pack('>h', x))


def _write_ushort(f, x):
    f.write(struct.pack('>H', x))


def _write_long(f, x):
    f.write(struct.pack('>l', x))


def _write_ulong(f, x):
    f.write(struct.pack('>L', x))


def _write_string(f, s):
    if len(s) > 255:
        raise ValueError('string exceeds maximum pstring length')
    f.write(chr(len(s)) + s)
    if len(s) & 1 == 0:
        f.write('\0')


def _write_float(f, x):
    sign = 0
    if x < 0:
        sign = 0x8000
        x = -x
    expon = high = low = 0
    if x:
        mant, expon = math.frexp(x)
        if expon > 16384 or mant >= 1 or mant != mant:
            expon = 0x7FFF
        else:
            expon += 16382
            if expon < 0:
                mant = math.ldexp(mant, expon)
                expon = 0
            mant = math.ldexp(mant, 32)
            high = long(mant)
            low = long(math.ldexp(mant - high, 32))
    _write_ushort(f, sign | expon)
    _write_ulong(f, high)
    _write_ulong(f, low)


class Aifc_read(_soundfile.Reader):
    """A sound file, of a name or an open file."""

    Error = Error
    _file = None

    def __init__(self, f):
        if isinstance(f, basestring):
            f = __builtin__.open(f, 'rb')
            try:
                self.initfp(f)
            except:
                f.close()
                raise
        else:
            self.initfp(f)

    def initfp(self, file):
        self._version = 0
        self._decomp = self._convert = None
        self._markers = []
        self._soundpos = 0
        self._file = file
        chunk = Chunk(file)
        if chunk.getname() != 'FORM':
            raise Error('file does not start with FORM id')
        kind = chunk.read(4)
        if kind not in ('AIFF', 'AIFC'):
            raise Error('not an AIFF or AIFF-C file')
        self._aifc = int(kind == 'AIFC')
        self._comm_chunk_read = 0
        self._ssnd_chunk = None
        self._read_chunks()
        self._ssnd_seek_needed = 1
        if not self._comm_chunk_read or not self._ssnd_chunk:
            raise Error('COMM chunk and/or SSND chunk missing')

    def _read_chunks(self):
        while True:
            try:
                chunk = Chunk(self._file)
            except EOFError:
                return
            name = chunk.getname()
            if name == 'COMM':
                self._read_comm_chunk(chunk)
                self._comm_chunk_read = 1
            elif name == 'SSND':
                self._ssnd_chunk = chunk
                chunk.read(8)
            elif name == 'FVER':
                self._version = _read_ulong(chunk)
            elif name == 'MARK':
                self._readmark(chunk)
            chunk.skip()

    def _read_comm_chunk(self, chunk):
        self._nchannels = _read_short(chunk)
        self._nframes = _read_long(chunk)
        self._sampwidth = (_read_short(chunk) + 7) // 8
        self._framerate = int(_read_float(chunk))
        self._framesize = self._nchannels * self._sampwidth
        if not self._aifc:
            self._comptype = 'NONE'
            self._compname = 'not compressed'
            return
        bad_size = chunk.chunksize == 18
        if bad_size:
            # Some programs leave the compression out of the size.
            print 'Warning: bad COMM chunk size'
            chunk.chunksize = 23
        self._comptype = chunk.read(4)
        if bad_size:
            length = ord(chunk.file.read(1))
            chunk.chunksize += length + (length & 1 == 0)
            chunk.file.seek(-1, 1)
        self._compname = _read_string(chunk)
        self._set_conversion()

    def _set_conversion(self):
        if self._comptype == 'NONE':
            return
        if self._comptype == 'G722':
            self._convert = self._adpcm2lin
        elif self._comptype in ('ULAW', 'ulaw'):
            self._convert = self._ulaw2lin
        else:
            raise Error('cannot read compressed AIFF-C files')
        self._sampwidth = 2

    def _ulaw2lin(self, data):
        import audioop
        return audioop.ulaw2lin(data, 2)

    def _adpcm2lin(self, data):
        import audioop
        state = getattr(self, '_adpcmstate', None)
        data, self._adpcmstate = audioop.adpcm2lin(data, 2, state)
        return data

    def _readmark(self, chunk):
        count = _read_short(chunk)
        try:
            for i in range(count):
                id = _read_short(chunk)
                pos = _read_long(chunk)
                name = _read_string(chunk)
                # Some files have marks at 0 without a name.
                if pos or name:
                    self._markers.append((id, pos, name))
        except EOFError:
            found = len(self._markers)
            print 'Warning: MARK chunk contains only', found, \
                'marker' if found == 1 else 'markers', 'instead of', count

    def rewind(self):
        self._ssnd_seek_needed = 1
        self._soundpos = 0

    def close(self):
        self._file.close()

    def getmarkers(self):
        return self._markers or None

    def getmark(self, id):
        return _find_mark(self._markers, id)

    def setpos(self, pos):
        self._check_position(pos)
        self._soundpos = pos
        self._ssnd_seek_needed = 1

    def readframes(self, nframes):
        if self._ssnd_seek_needed:
            self._ssnd_chunk.seek(0)
            self._ssnd_chunk.read(8)
            pos = self._soundpos * self._framesize
            if pos:
                self._ssnd_chunk.seek(pos + 8)
            self._ssnd_seek_needed = 0
        if nframes == 0:
            return ''
        data = self._ssnd_chunk.read(nframes * self._framesize)
        if self._convert and data:
            data = self._convert(data)
        self._soundpos += len(data) // (self._nchannels * self._sampwidth)
        return data


def _find_mark(markers, id):
    for marker in markers:
        if marker[0] == id:
            return marker
    raise Error('marker %r does not exist' % (id,))


class Aifc_write(_soundfile.Writer):
    """A sound file to be written: AIFF if the name ends in .aiff, else
    AIFF-C."""

    Error = Error
    _file = None
    _comptypes = ('NONE', 'G722') + _LAWS

    def __init__(self, f):
        aiff = False
        if isinstance(f, basestring):
            aiff = f.endswith('.aiff')
            f = __builtin__.open(f, 'wb')
        self.initfp(f)
        self._aifc = int(not aiff)

    def initfp(self, file):
        self._set_defaults(file)
        self._version = _AIFC_version
        self._comptype = 'NONE'
        self._compname = 'not compressed'
        self._comp = self._convert = None
        self._markers = []
        self._marklength = 0
        self._aifc = 1

    def __del__(self):
        if self._file:
            self.close()

    def aiff(self):
        """Without the possibility of compression."""
        self._check_unwritten()
        self._aifc = 0

    def aifc(self):
        self._check_unwritten()
        self._aifc = 1

    def _check_comptype(self, comptype):
        if comptype not in self._comptypes:
            raise Error('unsupported compression type')

    def setmark(self, id, pos, name):
        """A mark at a frame, with a name."""
        if id <= 0:
            raise Error('marker ID must be > 0')
        if pos < 0:
            raise Error('marker position must be >= 0')
        if type(name) is not str:
            raise Error('marker name must be a string')
        for i, marker in enumerate(self._markers):
            if marker[0] == id:
                self._markers[i] = id, pos, name
                return
        self._markers.append((id, pos, name))

    def getmark(self, id):
        return _find_mark(self._markers, id)

    def getmarkers(self):
        return self._markers or None

    def writeframesraw(self, data):
        self._ensure_header_written(len(data))
        nframes = len(data) // (self._sampwidth * self._nchannels)
        if self._convert:
            data = self._convert(data)
        self._file.write(data)
        self._nframeswritten += nframes
        self._datawritten += len(data)

    def writeframes(self, data):
        self.writeframesraw(data)
        if self._nframeswritten != self._nframes or \
                self._datalength != self._datawritten:
            self._patchheader()

    def close(self):
        if self._file is None:
            return
        try:
            self._ensure_header_written(0)
            if self._datawritten & 1:
                self._file.write('\0')
                self._datawritten += 1
            self._writemarkers()
            if self._nframeswritten != self._nframes or \
                    self._datalength != self._datawritten or \
                    self._marklength:
                self._patchheader()
        finally:
            self._convert = None
            f = self._file
            self._file = None
            f.close()

    def _lin2ulaw(self, data):
        import audioop
        return audioop.lin2ulaw(data, 2)

    def _lin2adpcm(self, data):
        import audioop
        state = getattr(self, '_adpcmstate', None)
        data, self._adpcmstate = audioop.lin2adpcm(data, 2, state)
        return data

    def _ensure_header_written(self, datasize):
        if self._nframeswritten:
            return
        if self._comptype in _LAWS or self._comptype == 'G722':
            self._sampwidth = self._sampwidth or 2
            if self._sampwidth != 2:
                raise Error('sample width must be 2 when compressing with ' +
                            ('G7.22 (ADPCM)' if self._comptype == 'G722'
                             else 'ULAW or ALAW'))
        self._check_params()
        self._write_header(datasize)

    def _init_compression(self):
        if self._comptype == 'G722':
            self._convert = self._lin2adpcm
        elif self._comptype in ('ULAW', 'ulaw'):
            self._convert = self._lin2ulaw
        else:
            raise Error('cannot write compressed AIFF-C files')

    def _set_datalength(self):
        """The size of the data in the file, which is even."""
        length = self._nframes * self._nchannels * self._sampwidth
        length += length & 1
        if self._aifc and self._comptype in _LAWS:
            length //= 2
        elif self._aifc and self._comptype == 'G722':
            length = (length + 3) // 4
        self._datalength = length + (length & 1)

    def _write_header(self, initlength):
        if self._aifc and self._comptype != 'NONE':
            self._init_compression()
        f = self._file
        f.write('FORM')
        if not self._nframes:
            self._nframes = initlength // (self._nchannels * self._sampwidth)
        self._set_datalength()
        try:
            self._form_length_pos = f.tell()
        except (AttributeError, IOError):
            self._form_length_pos = None
        commlength = self._write_form_length(self._datalength)
        if self._aifc:
            f.write('AIFCFVER')
            _write_ulong(f, 4)
            _write_ulong(f, self._version)
        else:
            f.write('AIFF')
        f.write('COMM')
        _write_ulong(f, commlength)
        _write_short(f, self._nchannels)
        if self._form_length_pos is not None:
            self._nframes_pos = f.tell()
        _write_ulong(f, self._nframes)
        compressed = self._comptype != 'NONE'
        _write_short(f, 8 if compressed else self._sampwidth * 8)
        _write_float(f, self._framerate)
        if self._aifc:
            f.write(self._comptype)
            _write_string(f, self._compname)
        f.write('SSND')
        if self._form_length_pos is not None:
            self._ssnd_length_pos = f.tell()
        _write_ulong(f, self._datalength + 8)
        _write_ulong(f, 0)
        _write_ulong(f, 0)

    def _write_form_length(self, datalength):
        """The size of the file; that of COMM is the result."""
        comm, version = 18, 0
        if self._aifc:
            comm += 5 + len(self._compname)
            comm += comm & 1
            version = 12
        _write_ulong(self._file, 4 + version + self._marklength + 8 + comm +
                     16 + datalength)
        return comm

    def _patchheader(self):
        f = self._file
        here = f.tell()
        length = self._datawritten
        if length & 1:
            length += 1
            f.write('\0')
        if length == self._datalength and self._marklength == 0 and \
                self._nframes == self._nframeswritten:
            f.seek(here, 0)
            return
        f.seek(self._form_length_pos, 0)
        self._write_form_length(length)
        f.seek(self._nframes_pos, 0)
        _write_ulong(f, self._nframeswritten)
        f.seek(self._ssnd_length_pos, 0)
        _write_ulong(f, length + 8)
        f.seek(here, 0)
        self._nframes = self._nframeswritten
        self._datalength = length

    def _writemarkers(self):
        if not self._markers:
            return
        f = self._file
        length = 2
        for id, pos, name in self._markers:
            length += 6 + (len(name) + 2 & ~1)
        f.write('MARK')
        _write_ulong(f, length)
        self._marklength = length + 8
        _write_short(f, len(self._markers))
        for id, pos, name in self._markers:
            _write_short(f, id)
            _write_ulong(f, pos)
            _write_string(f, name)


open = _soundfile.opener(Aifc_read, Aifc_write, Error)
openfp = open
