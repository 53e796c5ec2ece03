"""WAV files: reading and writing those without compression."""
import __builtin__
import struct

import _soundfile
from chunk import Chunk

__all__ = ['open', 'openfp', 'Error']

WAVE_FORMAT_PCM = 0x0001


class Error(Exception):
    pass


def _swapped(data, width):
    """Samples with their bytes in the other order."""
    if width == 1:
        return data
    out = bytearray(data)
    for i in range(width):
        out[i::width] = data[width - 1 - i::width]
    return str(out)


class Wave_read(_soundfile.Reader):
    """A WAV file, of a name or an open file."""

    Error = Error

    def __init__(self, f):
        self._i_opened_the_file = None
        if isinstance(f, basestring):
            f = __builtin__.open(f, 'rb')
            self._i_opened_the_file = f
        try:
            self.initfp(f)
        except:
            if self._i_opened_the_file:
                f.close()
            raise

    def __del__(self):
        self.close()

    def initfp(self, file):
        self._convert = None
        self._soundpos = 0
        self._file = Chunk(file, bigendian=0)
        if self._file.getname() != 'RIFF':
            raise Error('file does not start with RIFF id')
        if self._file.read(4) != 'WAVE':
            raise Error('not a WAVE file')
        self._fmt_chunk_read = 0
        self._data_chunk = None
        self._data_seek_needed = 1
        self._read_chunks()
        if not self._fmt_chunk_read or not self._data_chunk:
            raise Error('fmt chunk and/or data chunk missing')

    def _read_chunks(self):
        """Reads up to the data."""
        while True:
            try:
                chunk = Chunk(self._file, bigendian=0)
            except EOFError:
                return
            name = chunk.getname()
            if name == 'fmt ':
                self._read_fmt_chunk(chunk)
                self._fmt_chunk_read = 1
            elif name == 'data':
                if not self._fmt_chunk_read:
                    raise Error('data chunk before fmt chunk')
                self._data_chunk = chunk
                self._nframes = chunk.chunksize // self._framesize
                self._data_seek_needed = 0
                return
            chunk.skip()

    def _read_fmt_chunk(self, chunk):
        tag, self._nchannels, self._framerate, _, _ = struct.unpack(
            '<HHLLH', chunk.read(14))
        if tag != WAVE_FORMAT_PCM:
            raise Error('unknown format: %r' % (tag,))
        bits = struct.unpack('<H', chunk.read(2))[0]
        self._sampwidth = (bits + 7) // 8
        self._framesize = self._nchannels * self._sampwidth
        self._comptype = 'NONE'
        self._compname = 'not compressed'

    def rewind(self):
        self._data_seek_needed = 1
        self._soundpos = 0

    def close(self):
        self._file = None
        f = self._i_opened_the_file
        if f:
            self._i_opened_the_file = None
            f.close()

    def setpos(self, pos):
        self._check_position(pos)
        self._soundpos = pos
        self._data_seek_needed = 1

    def readframes(self, nframes):
        """At most so many frames as a str."""
        if self._data_seek_needed:
            self._data_chunk.seek(self._soundpos * self._framesize, 0)
            self._data_seek_needed = 0
        if nframes == 0:
            return ''
        data = self._data_chunk.read(nframes * self._framesize)
        if struct.pack('=H', 1) != struct.pack('<H', 1):
            data = _swapped(data, self._sampwidth)
        if self._convert and data:
            data = self._convert(data)
        self._soundpos += len(data) // (self._nchannels * self._sampwidth)
        return data


class Wave_write(_soundfile.Writer):
    """A WAV file to be written; the header is mended in the end if it has
    another number of frames."""

    Error = Error
    _comptypes = ('NONE',)

    def __init__(self, f):
        self._i_opened_the_file = None
        if isinstance(f, basestring):
            f = __builtin__.open(f, 'wb')
            self._i_opened_the_file = f
        try:
            self.initfp(f)
        except:
            if self._i_opened_the_file:
                f.close()
            raise

    def __del__(self):
        self.close()

    def initfp(self, file):
        self._set_defaults(file)
        self._convert = None
        self._headerwritten = False

    def _check_unwritten(self):
        if self._datawritten:
            raise Error(_soundfile._CHANGED)

    def setmark(self, id, pos, name):
        raise Error('setmark() not supported')

    def getmark(self, id):
        raise Error('no marks')

    def getmarkers(self):
        return None

    def writeframesraw(self, data):
        """Writes frames and leaves the header alone."""
        self._ensure_header_written(len(data))
        nframes = len(data) // (self._sampwidth * self._nchannels)
        if self._convert:
            data = self._convert(data)
        if struct.pack('=H', 1) != struct.pack('<H', 1):
            data = _swapped(data, self._sampwidth)
        self._file.write(data)
        self._datawritten += len(data)
        self._nframeswritten += nframes

    def writeframes(self, data):
        """Writes frames, and their number into the header."""
        self.writeframesraw(data)
        self._patchheader()

    def close(self):
        try:
            if self._file:
                self._ensure_header_written(0)
                self._patchheader()
                self._file.flush()
        finally:
            self._file = None
            f = self._i_opened_the_file
            if f:
                self._i_opened_the_file = None
                f.close()

    def _ensure_header_written(self, datasize):
        if not self._headerwritten:
            self._check_params()
            self._write_header(datasize)

    def _write_header(self, length):
        f = self._file
        frame = self._nchannels * self._sampwidth
        f.write('RIFF')
        if not self._nframes:
            self._nframes = length / frame
        self._datalength = self._nframes * frame
        self._form_length_pos = f.tell()
        f.write(struct.pack(
            '<L4s4sLHHLLHH4s', 36 + self._datalength, 'WAVE', 'fmt ', 16,
            WAVE_FORMAT_PCM, self._nchannels, self._framerate,
            frame * self._framerate, frame, self._sampwidth * 8, 'data'))
        self._data_length_pos = f.tell()
        f.write(struct.pack('<L', self._datalength))
        self._headerwritten = True

    def _patchheader(self):
        if self._datawritten == self._datalength:
            return
        f = self._file
        here = f.tell()
        f.seek(self._form_length_pos, 0)
        f.write(struct.pack('<L', 36 + self._datawritten))
        f.seek(self._data_length_pos, 0)
        f.write(struct.pack('<L', self._datawritten))
        f.seek(here, 0)
        self._datalength = self._datawritten


open = _soundfile.opener(Wave_read, Wave_write, Error)
openfp = open
