"""What codecs share that shift between character sets: they encode and decode
piece by piece, and error handlers may go on elsewhere."""

import codecs

ILLEGAL = 'illegal multibyte sequence'
INCOMPLETE = 'incomplete multibyte sequence'


def _position(at, length):
    """Where an error handler wants to go on."""
    if at < 0:
        at += length
    if at < 0 or at > length:
        raise IndexError('position %d from error handler out of bounds' %
                         min(at, length + 1))
    return at


class Encoder(object):
    """Subclasses have `name`, put(char, out), which is false if there is no
    such character, and finish(), which returns to ascii."""

    def encode(self, input, errors, final):
        if isinstance(input, str):
            input = unicode(input)
        elif not isinstance(input, unicode):
            raise TypeError('couldn\'t convert the object to unicode.')
        out = []
        at = 0
        while at < len(input):
            if self.put(input[at], out):
                at += 1
            else:
                at = self._handle(input, at, errors, out)
        if final:
            out.append(self.finish())
        return ''.join(out)

    def _handle(self, input, at, errors, out):
        error = UnicodeEncodeError(self.name, input, at, at + 1, ILLEGAL)
        if errors == 'replace':
            self.put(u'?', out)
            return at + 1
        result = codecs.lookup_error(errors)(error)
        if not isinstance(result, tuple) or len(result) != 2 or \
                not isinstance(result[0], unicode) or \
                not isinstance(result[1], (int, long)):
            raise TypeError('encoding error handler must return '
                            '(unicode, int) tuple')
        for char in result[0]:
            if not self.put(char, out):
                raise error
        return _position(result[1], len(input))


class Decoder(object):
    """Subclasses have `name` and step(data, at, out): the length of what
    stands at `at`, or (length, reason).  What is incomplete waits."""

    def __init__(self):
        self.rest = ''

    def decode(self, input, errors, final):
        data = self.rest + str(buffer(input))
        out = []
        at = 0
        self.rest = ''
        while at < len(data):
            step = self.step(data, at, out)
            if isinstance(step, int):
                at += step
                continue
            length, reason = step
            if reason is INCOMPLETE and not final:
                self.rest = data[at:]
                break
            text, at = codecs.lookup_error(errors)(
                UnicodeDecodeError(self.name, data, at, at + length, reason))
            out.append(text)
            at = _position(at, len(data))
        return u''.join(out)


def make(encoder, decoder):
    """(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter,
    StreamReader, getregentry) of the two classes."""

    class Codec(codecs.Codec):
        def encode(self, input, errors='strict'):
            return encoder().encode(input, errors, True), len(input)

        def decode(self, input, errors='strict'):
            return decoder().decode(input, errors, True), len(input)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def __init__(self, errors='strict'):
            codecs.IncrementalEncoder.__init__(self, errors)
            self._state = encoder()

        def encode(self, input, final=False):
            return self._state.encode(input, self.errors, final)

        def reset(self):
            self._state = encoder()

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def __init__(self, errors='strict'):
            codecs.IncrementalDecoder.__init__(self, errors)
            self._state = decoder()

        def decode(self, input, final=False):
            return self._state.decode(input, self.errors, final)

        def reset(self):
            self._state = decoder()

    class StreamWriter(Codec, codecs.StreamWriter):
        def __init__(self, stream, errors='strict'):
            codecs.StreamWriter.__init__(self, stream, errors)
            self._state = encoder()

        def write(self, object):
            self.stream.write(self._state.encode(object, self.errors, False))

        def reset(self):
            self.stream.write(self._state.finish())

    class StreamReader(Codec, codecs.StreamReader):
        def __init__(self, stream, errors='strict'):
            codecs.StreamReader.__init__(self, stream, errors)
            self._state = decoder()

        def decode(self, input, errors='strict'):
            return self._state.decode(input, errors, False), len(input)

        def reset(self):
            codecs.StreamReader.reset(self)
            self._state = decoder()

    def getregentry():
        codec = Codec()
        return codecs.CodecInfo(
            name=encoder.name, encode=codec.encode, decode=codec.decode,
            incrementalencoder=IncrementalEncoder,
            incrementaldecoder=IncrementalDecoder,
            streamreader=StreamReader, streamwriter=StreamWriter)

    return (Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter,
            StreamReader, getregentry)
