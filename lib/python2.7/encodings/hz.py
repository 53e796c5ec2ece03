"""The codec hz (RFC 1843): ascii, and GB 2312 in seven bits between ~{ and ~}."""

import codecs

_ILLEGAL = 'illegal multibyte sequence'
_INCOMPLETE = 'incomplete multibyte sequence'


def _position(at, length):
    """Where an error handler wants to go on."""
    if at < 0:
        at += length
    if at < 0 or at > length:
        raise IndexError('position %d from error handler out of bounds' %
                         min(at, length + 1))
    return at


class _Encoder(object):
    """Encodes piece by piece."""

    def __init__(self):
        self.in_gb = False

    def _put(self, char, out):
        """Append a character; False: there is no such one."""
        if char < u'\x80':
            if self.in_gb:
                out.append('~}')
                self.in_gb = False
            out.append('~~' if char == u'~' else str(char))
            return True
        try:
            pair = char.encode('gb2312')
        except UnicodeEncodeError:
            return False
        if not self.in_gb:
            out.append('~{')
            self.in_gb = True
        out.append(chr(ord(pair[0]) & 127) + chr(ord(pair[1]) & 127))
        return True

    def encode(self, input, errors, final):
        if isinstance(input, str):
            input = unicode(input)
        elif not isinstance(input, unicode):
            raise TypeError('couldn\'t convert the object to unicode.')
        out = []
        at = 0
        while at < len(input):
            if self._put(input[at], out):
                at += 1
            else:
                at = self._handle(input, at, errors, out)
        if final:
            out.append(self.finish())
        return ''.join(out)

    def _handle(self, input, at, errors, out):
        error = UnicodeEncodeError('hz', input, at, at + 1, _ILLEGAL)
        if errors == 'replace':
            self._put(u'?', out)
            return at + 1
        result = codecs.lookup_error(errors)(error)
        if not isinstance(result, tuple) or len(result) != 2 or \
                not isinstance(result[0], unicode) or \
                not isinstance(result[1], (int, long)):
            raise TypeError('encoding error handler must return '
                            '(unicode, int) tuple')
        for char in result[0]:
            if not self._put(char, out):
                raise error
        return _position(result[1], len(input))

    def finish(self):
        """Back to ascii."""
        if not self.in_gb:
            return ''
        self.in_gb = False
        return '~}'


class _Decoder(object):
    """Decodes piece by piece; what is incomplete at the end waits."""

    def __init__(self):
        self.in_gb = False
        self.rest = ''

    def _step(self, data, at, out):
        """Decode what stands at `at`: its length, or (length, reason)."""
        first = data[at]
        pair = data[at:at + 2]
        if first == '~':
            if len(pair) < 2:
                return 1, _INCOMPLETE
            if pair == '~\n' and not self.in_gb:
                return 2
            if pair == '~~' and not self.in_gb:
                out.append(u'~')
                return 2
            if pair == ('~}' if self.in_gb else '~{'):
                self.in_gb = not self.in_gb
                return 2
            return 2, _ILLEGAL
        if first >= '\x80':
            return 1, _ILLEGAL
        if not self.in_gb:
            out.append(unicode(first))
            return 1
        if len(pair) < 2:
            return 1, _INCOMPLETE
        try:
            out.append((chr(ord(first) | 128) +
                        chr(ord(pair[1]) | 128)).decode('gb2312'))
        except UnicodeDecodeError:
            return 2, _ILLEGAL
        return 2

    def decode(self, input, errors, final):
        data = self.rest + str(buffer(input))
        out = []
        at = 0
        self.rest = ''
        while at < len(data):
            step = self._step(data, at, out)
            if isinstance(step, int):
                at += step
                continue
            length, reason = step
            if reason is _INCOMPLETE and not final:
                self.rest = data[at:]
                break
            text, at = codecs.lookup_error(errors)(
                UnicodeDecodeError('hz', data, at, at + length, reason))
            out.append(text)
            at = _position(at, len(data))
        return u''.join(out)


class Codec(codecs.Codec):
    def encode(self, input, errors='strict'):
        return _Encoder().encode(input, errors, True), len(input)

    def decode(self, input, errors='strict'):
        return _Decoder().decode(input, errors, True), len(input)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def __init__(self, errors='strict'):
        codecs.IncrementalEncoder.__init__(self, errors)
        self._state = _Encoder()

    def encode(self, input, final=False):
        return self._state.encode(input, self.errors, final)

    def reset(self):
        self._state = _Encoder()


class IncrementalDecoder(codecs.IncrementalDecoder):
    def __init__(self, errors='strict'):
        codecs.IncrementalDecoder.__init__(self, errors)
        self._state = _Decoder()

    def decode(self, input, final=False):
        return self._state.decode(input, self.errors, final)

    def reset(self):
        self._state = _Decoder()


class StreamWriter(Codec, codecs.StreamWriter):
    def __init__(self, stream, errors='strict'):
        codecs.StreamWriter.__init__(self, stream, errors)
        self._state = _Encoder()

    def write(self, object):
        self.stream.write(self._state.encode(object, self.errors, False))

    def reset(self):
        self.stream.write(self._state.finish())


class StreamReader(Codec, codecs.StreamReader):
    def __init__(self, stream, errors='strict'):
        codecs.StreamReader.__init__(self, stream, errors)
        self._state = _Decoder()

    def decode(self, input, errors='strict'):
        return self._state.decode(input, errors, False), len(input)

    def reset(self):
        codecs.StreamReader.reset(self)
        self._state = _Decoder()


def getregentry():
    codec = Codec()
    return codecs.CodecInfo(
        name='hz', encode=codec.encode, decode=codec.decode,
        incrementalencoder=IncrementalEncoder,
        incrementaldecoder=IncrementalDecoder,
        streamreader=StreamReader, streamwriter=StreamWriter)
