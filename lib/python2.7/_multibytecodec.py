"""What the codecs of the East Asian encodings are made of: they encode and
decode piece by piece, and hold back what may be the start of a character."""

import _codecs
import _frames

_PENDING_BYTES = 8
_PENDING_CHARS = 2


class MultibyteCodec(object):
    """One encoding; encodings._multibyte makes them."""

    __module__ = '__builtin__'
    __slots__ = ('_name',)

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'MultibyteCodec' instances")

    def encode(self, input, errors=None):
        _check_errors('encode', errors)
        input = _as_unicode(input)
        text = _codecs.multibyte_encode(self._name, input, errors, 0, True)[0]
        return text, len(input)

    def decode(self, input, errors=None):
        _check_errors('decode', errors)
        input = _as_bytes('decode', input)
        text = _codecs.multibyte_decode(self._name, input, errors, 0, True)[0]
        return text, len(input)


def _make_codec(name):
    codec = object.__new__(MultibyteCodec)
    codec._name = name
    return codec


def __create_codec(capsule):
    raise ValueError('argument type invalid')


def _check_errors(function, errors):
    if errors is not None and not isinstance(errors, str):
        raise TypeError('%s() argument 2 must be string or None, not %s' %
                        (function, type(errors).__name__))


def _as_unicode(input):
    if isinstance(input, unicode):
        return input
    return unicode(input)


def _as_bytes(function, input):
    if isinstance(input, str):
        return input
    if isinstance(input, unicode):
        return str(input)
    try:
        return str(buffer(input))
    except TypeError:
        raise TypeError('%s() argument 1 must be string or buffer, not %s' %
                        (function, 'None' if input is None
                         else type(input).__name__))


def _codec_of(cls):
    codec = cls.codec
    if not isinstance(codec, MultibyteCodec):
        raise TypeError('codec is unexpected type')
    return codec._name


def _check_string(cls, at, errors):
    if not isinstance(errors, str):
        raise TypeError('%s() argument %d must be string, not %s' %
                        (cls.__name__, at, 'None' if errors is None
                         else type(errors).__name__))


class _Coder(object):
    """The state that encoders and decoders share: what is pending, and where
    an encoding that shifts stands."""

    __slots__ = ()

    def _start(self, name, errors):
        self._name = name
        self._errors = errors
        self._state = 0
        self._pending = self._nothing

    @property
    def errors(self):
        return self._errors

    @errors.setter
    def errors(self, value):
        if not isinstance(value, str):
            raise TypeError('errors must be a string')
        self._errors = value

    @errors.deleter
    def errors(self):
        raise AttributeError('cannot delete attribute')

    def _encode(self, input, final):
        text = self._pending + _as_unicode(input)
        result, used, state = _codecs.multibyte_encode(
            self._name, text, self._errors, self._state, final)
        if len(text) - used > _PENDING_CHARS:
            raise UnicodeError('pending buffer overflow')
        self._pending = text[used:]
        self._state = state
        return result

    def _decode(self, input, final):
        data = self._pending + input
        result, used, state = _codecs.multibyte_decode(
            self._name, data, self._errors, self._state, final)
        if len(data) - used > _PENDING_BYTES:
            raise UnicodeError('pending buffer overflow')
        self._pending = data[used:]
        self._state = state
        return result


_SLOTS = ('_name', '_errors', '_state', '_pending')


class MultibyteIncrementalEncoder(_Coder):
    __module__ = '__builtin__'
    __slots__ = _SLOTS
    _nothing = u''

    def __new__(cls, errors='strict'):
        _check_string(cls, 1, errors)
        self = object.__new__(cls)
        self._start(_codec_of(cls), errors)
        return self

    def __init__(self, errors='strict'):
        pass

    def encode(self, input, final=0):
        return self._encode(input, bool(final))

    def reset(self):
        self._state = 0
        self._pending = u''


class MultibyteIncrementalDecoder(_Coder):
    __module__ = '__builtin__'
    __slots__ = _SLOTS
    _nothing = ''

    def __new__(cls, errors='strict'):
        _check_string(cls, 1, errors)
        self = object.__new__(cls)
        self._start(_codec_of(cls), errors)
        return self

    def __init__(self, errors='strict'):
        pass

    def decode(self, input, final=0):
        return self._decode(_as_bytes('decode', input), bool(final))

    def reset(self):
        self._state = 0
        self._pending = ''


class _StreamCoder(_Coder):
    __slots__ = _SLOTS + ('_stream',)

    def __new__(cls, stream, errors='strict'):
        _check_string(cls, 2, errors)
        self = object.__new__(cls)
        self._start(_codec_of(cls), errors)
        self._stream = stream
        return self

    def __init__(self, stream, errors='strict'):
        pass

    @property
    def stream(self):
        return self._stream

    @stream.setter
    def stream(self, value):
        raise TypeError('readonly attribute')


class MultibyteStreamReader(_StreamCoder):
    __module__ = '__builtin__'
    __slots__ = ()
    _nothing = ''

    def _read(self, method, size):
        if size == 0:
            return u''
        while True:
            read = getattr(self._stream, method)
            data = read() if size < 0 else read(size)
            if not isinstance(data, str):
                raise TypeError('stream function returned a non-string object')
            text = self._decode(data, not data or size < 0)
            if text or not data or size < 0:
                return text
            # Too little for a character.
            size = 1

    def read(self, sizeobj=None):
        return self._read('read', _size(sizeobj))

    def readline(self, sizeobj=None):
        return self._read('readline', _size(sizeobj))

    def readlines(self, sizehintobj=None):
        return self._read('read', _size(sizehintobj)).splitlines(True)

    def reset(self):
        self._state = 0
        self._pending = ''


def _size(size):
    if size is None:
        return -1
    if not isinstance(size, (int, long)):
        raise TypeError('arg 1 must be an integer')
    return size


class MultibyteStreamWriter(_StreamCoder):
    __module__ = '__builtin__'
    __slots__ = ()
    _nothing = u''

    def write(self, strobj):
        self._stream.write(self._encode(strobj, False))

    def writelines(self, lines):
        try:
            count = len(lines)
        except (TypeError, AttributeError):
            raise TypeError('arg must be a sequence object')
        for i in xrange(count):
            self.write(lines[i])

    def reset(self):
        if not self._pending and not self._state:
            return
        text = self._encode(u'', True)
        self._pending = u''
        self._state = 0
        if text:
            self._stream.write(text)


_frames.hide(globals())
