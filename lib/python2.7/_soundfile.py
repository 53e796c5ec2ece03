"""What readers and writers of sound files have in common: their parameters.

Subclasses have a class attribute Error."""

_CHANGED = 'cannot change parameters after starting to write'


class Reader:
    """A sound file that is read."""

    def getfp(self):
        return self._file

    def tell(self):
        """The number of the next frame."""
        return self._soundpos

    def getnchannels(self):
        return self._nchannels

    def getnframes(self):
        return self._nframes

    def getsampwidth(self):
        """Bytes of a sample."""
        return self._sampwidth

    def getframerate(self):
        """Frames a second."""
        return self._framerate

    def getcomptype(self):
        return self._comptype

    def getcompname(self):
        return self._compname

    def getparams(self):
        return (self.getnchannels(), self.getsampwidth(),
                self.getframerate(), self.getnframes(), self.getcomptype(),
                self.getcompname())

    def getmarkers(self):
        return None

    def getmark(self, id):
        raise self.Error('no marks')

    def _check_position(self, pos):
        if not 0 <= pos <= self.getnframes():
            raise self.Error('position not in range')


class Writer:
    """A sound file that is written; the parameters first."""

    _widths = (1, 2, 3, 4)
    _no_rate = 'frame rate not specified'

    def _set_defaults(self, file):
        self._file = file
        self._nchannels = self._sampwidth = self._framerate = 0
        self._nframes = self._nframeswritten = 0
        self._datawritten = self._datalength = 0

    def _check_unwritten(self):
        if self._nframeswritten:
            raise self.Error(_CHANGED)

    def setnchannels(self, nchannels):
        self._check_unwritten()
        if nchannels < 1:
            raise self.Error('bad # of channels')
        self._nchannels = nchannels

    def getnchannels(self):
        if not self._nchannels:
            raise self.Error('number of channels not set')
        return self._nchannels

    def setsampwidth(self, sampwidth):
        self._check_unwritten()
        if not 1 <= sampwidth <= 4:
            raise self.Error('bad sample width')
        self._sampwidth = sampwidth

    def getsampwidth(self):
        if not self._sampwidth:
            raise self.Error('sample width not set')
        return self._sampwidth

    def setframerate(self, framerate):
        self._check_unwritten()
        if framerate <= 0:
            raise self.Error('bad frame rate')
        self._framerate = framerate

    def getframerate(self):
        if not self._framerate:
            raise self.Error('frame rate not set')
        return self._framerate

    def setnframes(self, nframes):
        self._check_unwritten()
        self._nframes = nframes

    def getnframes(self):
        return self._nframeswritten

    def setcomptype(self, comptype, compname):
        self._check_unwritten()
        if comptype not in self._comptypes:
            raise self.Error('unsupported compression type')
        self._comptype = comptype
        self._compname = compname

    def getcomptype(self):
        return self._comptype

    def getcompname(self):
        return self._compname

    def setparams(self, params):
        nchannels, sampwidth, framerate, nframes, comptype, compname = params
        self._check_unwritten()
        self._check_comptype(comptype)
        self.setnchannels(nchannels)
        self.setsampwidth(sampwidth)
        self.setframerate(framerate)
        self.setnframes(nframes)
        self.setcomptype(comptype, compname)

    def _check_comptype(self, comptype):
        """Before anything is set."""

    def getparams(self):
        if not self._nchannels or not self._sampwidth or not self._framerate:
            raise self.Error('not all parameters set')
        return (self._nchannels, self._sampwidth, self._framerate,
                self._nframes, self._comptype, self._compname)

    def _check_params(self):
        """Before the header is written."""
        if not self._nchannels:
            raise self.Error('# channels not specified')
        if not self._sampwidth:
            raise self.Error('sample width not specified')
        if not self._framerate:
            raise self.Error('sampling rate not specified')

    def tell(self):
        return self._nframeswritten


def opener(reader, writer, error):
    """The function open() of a module."""
    def open(f, mode=None):
        """A reader or writer for a file or its name."""
        if mode is None:
            mode = getattr(f, 'mode', 'rb')
        if mode in ('r', 'rb'):
            return reader(f)
        if mode in ('w', 'wb'):
            return writer(f)
        raise error("mode must be 'r', 'rb', 'w', or 'wb'")
    return open
