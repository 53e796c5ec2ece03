"""Sun's sound files: a header of numbers of 32 bits, and data that may be
u-law."""
import __builtin__

import _soundfile

AUDIO_FILE_MAGIC = 0x2e736e64  # ".snd"
AUDIO_FILE_ENCODING_MULAW_8 = 1
AUDIO_FILE_ENCODING_LINEAR_8 = 2
AUDIO_FILE_ENCODING_LINEAR_16 = 3
AUDIO_FILE_ENCODING_LINEAR_24 = 4
AUDIO_FILE_ENCODING_LINEAR_32 = 5
AUDIO_FILE_ENCODING_FLOAT = 6
AUDIO_FILE_ENCODING_DOUBLE = 7
AUDIO_FILE_ENCODING_ADPCM_G721 = 23
AUDIO_FILE_ENCODING_ADPCM_G722 = 24
AUDIO_FILE_ENCODING_ADPCM_G723_3 = 25
AUDIO_FILE_ENCODING_ADPCM_G723_5 = 26
AUDIO_FILE_ENCODING_ALAW_8 = 27

AUDIO_UNKNOWN_SIZE = 0xFFFFFFFFL

# encoding: (bytes of a sample, bytes that it has in the file)
_widths = {AUDIO_FILE_ENCODING_MULAW_8: (2, 1),
           AUDIO_FILE_ENCODING_ALAW_8: (2, 1),
           AUDIO_FILE_ENCODING_LINEAR_8: (1, 1),
           AUDIO_FILE_ENCODING_LINEAR_16: (2, 2),
           AUDIO_FILE_ENCODING_LINEAR_24: (3, 3),
           AUDIO_FILE_ENCODING_LINEAR_32: (4, 4)}

_names = {'ULAW': 'CCITT G.711 u-law', 'ALAW': 'CCITT G.711 A-law'}


class Error(Exception):
    pass


def _read_u32(file):
    x = 0L
    for i in range(4):
        byte = file.read(1)
        if byte == '':
            raise EOFError
        x = x << 8 | ord(byte)
    return x


def _write_u32(file, x):
    file.write(''.join([chr(int(x) >> shift & 0xff)
                        for shift in (24, 16, 8, 0)]))


class Au_read(_soundfile.Reader):
    """A sound file, of a name or an open file."""

    Error = Error

    def __init__(self, f):
        if isinstance(f, str):
            f = __builtin__.open(f, 'rb')
        self.initfp(f)

    def __del__(self):
        if self._file:
            self.close()

    def initfp(self, file):
        self._file = file
        self._soundpos = 0
        if _read_u32(file) != AUDIO_FILE_MAGIC:
            raise Error('bad magic number')
        self._hdr_size = int(_read_u32(file))
        if self._hdr_size < 24:
            raise Error('header size too small')
        if self._hdr_size > 100:
            raise Error('header size ridiculously large')
        self._data_size = _read_u32(file)
        if self._data_size != AUDIO_UNKNOWN_SIZE:
            self._data_size = int(self._data_size)
        self._encoding = int(_read_u32(file))
        if self._encoding not in _widths:
            raise Error('encoding not (yet) supported')
        self._sampwidth, width = _widths[self._encoding]
        self._framerate = int(_read_u32(file))
        self._nchannels = int(_read_u32(file))
        self._framesize = width * self._nchannels
        self._info = ''
        if self._hdr_size > 24:
            self._info = file.read(self._hdr_size - 24).split('\0')[0]
        try:
            self._data_pos = file.tell()
        except (AttributeError, IOError):
            self._data_pos = None

    def getnframes(self):
        if self._data_size == AUDIO_UNKNOWN_SIZE:
            return AUDIO_UNKNOWN_SIZE
        return self._data_size // self._framesize

    def getcomptype(self):
        return {AUDIO_FILE_ENCODING_MULAW_8: 'ULAW',
                AUDIO_FILE_ENCODING_ALAW_8: 'ALAW'}.get(self._encoding,
                                                        'NONE')

    def getcompname(self):
        return _names.get(self.getcomptype(), 'not compressed')

    def readframes(self, nframes):
        if nframes == AUDIO_UNKNOWN_SIZE:
            data = self._file.read()
        else:
            data = self._file.read(nframes * self._framesize)
        self._soundpos += len(data) // self._framesize
        if self._encoding == AUDIO_FILE_ENCODING_MULAW_8:
            import audioop
            data = audioop.ulaw2lin(data, self._sampwidth)
        return data

    def _seek(self, pos):
        if self._data_pos is None:
            raise IOError('cannot seek')
        self._file.seek(self._data_pos + pos * self._framesize)
        self._soundpos = pos

    def rewind(self):
        self._seek(0)

    def setpos(self, pos):
        self._check_position(pos)
        self._seek(pos)

    def close(self):
        self._file = None


class Au_write(_soundfile.Writer):
    """A sound file to be written; u-law unless set otherwise."""

    Error = Error

    def __init__(self, f):
        if isinstance(f, str):
            f = __builtin__.open(f, 'wb')
        self.initfp(f)

    def __del__(self):
        if self._file:
            self.close()

    def initfp(self, file):
        self._set_defaults(file)
        self._framesize = 0
        self._nframes = AUDIO_UNKNOWN_SIZE
        self._info = ''
        self._comptype = 'ULAW'

    def setnchannels(self, nchannels):
        self._check_unwritten()
        if nchannels not in (1, 2, 4):
            raise Error('only 1, 2, or 4 channels supported')
        self._nchannels = nchannels

    def setsampwidth(self, sampwidth):
        self._check_unwritten()
        if sampwidth not in (1, 2, 4):
            raise Error('bad sample width')
        self._sampwidth = sampwidth

    def getsampwidth(self):
        if not self._framerate:
            raise Error('sample width not specified')
        return self._sampwidth

    def setframerate(self, framerate):
        self._check_unwritten()
        self._framerate = framerate

    def setnframes(self, nframes):
        self._check_unwritten()
        if nframes < 0:
            raise Error('# of frames cannot be negative')
        self._nframes = nframes

    def setcomptype(self, type, name):
        if type not in ('NONE', 'ULAW'):
            raise Error('unknown compression type')
        self._comptype = type

    def getcompname(self):
        return _names.get(self._comptype, 'not compressed')

    def setparams(self, params):
        nchannels, sampwidth, framerate, nframes, comptype, compname = params
        self.setnchannels(nchannels)
        self.setsampwidth(sampwidth)
        self.setframerate(framerate)
        self.setnframes(nframes)
        self.setcomptype(comptype, compname)

    def getparams(self):
        return (self.getnchannels(), self.getsampwidth(),
                self.getframerate(), self.getnframes(), self.getcomptype(),
                self.getcompname())

    def writeframesraw(self, data):
        self._ensure_header_written()
        if self._comptype == 'ULAW':
            import audioop
            data = audioop.lin2ulaw(data, self._sampwidth)
        self._file.write(data)
        self._nframeswritten += len(data) // self._framesize
        self._datawritten += len(data)

    def writeframes(self, data):
        self.writeframesraw(data)
        self._mend_header()

    def close(self):
        if not self._file:
            return
        try:
            self._ensure_header_written()
            self._mend_header()
            self._file.flush()
        finally:
            self._file = None

    def _mend_header(self):
        if self._nframeswritten != self._nframes or \
                self._datalength != self._datawritten:
            self._patchheader()

    def _ensure_header_written(self):
        if self._nframeswritten:
            return
        if not self._nchannels:
            raise Error('# of channels not specified')
        if not self._sampwidth:
            raise Error('sample width not specified')
        if not self._framerate:
            raise Error('frame rate not specified')
        self._write_header()

    def _write_header(self):
        if self._comptype == 'ULAW':
            encoding, width = AUDIO_FILE_ENCODING_MULAW_8, 1
        else:
            width = self._sampwidth
            encoding = {1: AUDIO_FILE_ENCODING_LINEAR_8,
                        2: AUDIO_FILE_ENCODING_LINEAR_16,
                        4: AUDIO_FILE_ENCODING_LINEAR_32}[width]
        self._framesize = width * self._nchannels
        f = self._file
        _write_u32(f, AUDIO_FILE_MAGIC)
        size = (25 + len(self._info) + 7) & ~7
        _write_u32(f, size)
        length = AUDIO_UNKNOWN_SIZE
        if self._nframes != AUDIO_UNKNOWN_SIZE:
            length = self._nframes * self._framesize
        try:
            self._form_length_pos = f.tell()
        except (AttributeError, IOError):
            self._form_length_pos = None
        self._datalength = length
        for number in (length, encoding, self._framerate, self._nchannels):
            _write_u32(f, number)
        f.write(self._info.ljust(size - 24, '\0'))

    def _patchheader(self):
        if self._form_length_pos is None:
            raise IOError('cannot seek')
        self._file.seek(self._form_length_pos)
        _write_u32(self._file, self._datawritten)
        self._datalength = self._datawritten
        self._file.seek(0, 2)


open = _soundfile.opener(Au_read, Au_write, Error)
openfp = open
