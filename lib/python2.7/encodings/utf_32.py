"""The encoding utf-32, which says its byte order with a mark at the start."""

import codecs
import sys

encode = codecs.utf_32_encode


def decode(input, errors='strict'):
    return codecs.utf_32_decode(input, errors, True)


if sys.byteorder == 'little':
    _native_encode = codecs.utf_32_le_encode
else:
    _native_encode = codecs.utf_32_be_encode


def _decoder_for(byteorder, consumed):
    """The function for what utf_32_ex_decode() found; None if too early."""
    if byteorder == -1:
        return codecs.utf_32_le_decode
    if byteorder == 1:
        return codecs.utf_32_be_decode
    if consumed >= 4:
        raise UnicodeError("UTF-32 stream does not start with BOM")
    return None


class IncrementalEncoder(codecs.IncrementalEncoder):
    """The mark comes first; encoder is None until it has been written."""

    def __init__(self, errors='strict'):
        codecs.IncrementalEncoder.__init__(self, errors)
        self.encoder = None

    def encode(self, input, final=False):
        if self.encoder is None:
            result = codecs.utf_32_encode(input, self.errors)[0]
            self.encoder = _native_encode
            return result
        return self.encoder(input, self.errors)[0]

    def reset(self):
        codecs.IncrementalEncoder.reset(self)
        self.encoder = None

    def getstate(self):
        # 2: the mark is still to be written.
        return 2 if self.encoder is None else 0

    def setstate(self, state):
        self.encoder = None if state else _native_encode


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    """decoder is None until the mark has been read."""

    def __init__(self, errors='strict'):
        codecs.BufferedIncrementalDecoder.__init__(self, errors)
        self.decoder = None

    def _buffer_decode(self, input, errors, final):
        if self.decoder is None:
            output, consumed, byteorder = codecs.utf_32_ex_decode(
                input, errors, 0, final)
            self.decoder = _decoder_for(byteorder, consumed)
            return output, consumed
        return self.decoder(input, errors, final)

    def reset(self):
        codecs.BufferedIncrementalDecoder.reset(self)
        self.decoder = None


class StreamWriter(codecs.StreamWriter):
    def __init__(self, stream, errors='strict'):
        codecs.StreamWriter.__init__(self, stream, errors)
        self.encoder = None

    def reset(self):
        codecs.StreamWriter.reset(self)
        self.encoder = None

    def encode(self, input, errors='strict'):
        if self.encoder is None:
            result = codecs.utf_32_encode(input, errors)
            self.encoder = _native_encode
            return result
        return self.encoder(input, errors)


class StreamReader(codecs.StreamReader):
    def reset(self):
        codecs.StreamReader.reset(self)
        self.__dict__.pop('decode', None)

    def decode(self, input, errors='strict'):
        output, consumed, byteorder = codecs.utf_32_ex_decode(
            input, errors, 0, False)
        decoder = _decoder_for(byteorder, consumed)
        if decoder is not None:
            self.decode = decoder
        return output, consumed


def getregentry():
    return codecs.CodecInfo(
        name='utf-32', encode=encode, decode=decode,
        incrementalencoder=IncrementalEncoder,
        incrementaldecoder=IncrementalDecoder, streamreader=StreamReader,
        streamwriter=StreamWriter)
