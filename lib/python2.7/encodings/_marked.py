"""What utf_16 and utf_32 share: a mark at the start says the byte order."""

import codecs
import sys


class Form(object):
    """One of the two: bits of a unit, and its functions in codecs."""

    def __init__(self, bits):
        def function(name):
            return getattr(codecs, 'utf_%d_%s' % (bits, name))
        self.bits = bits
        self.encode = function('encode')
        self.ex_decode = function('ex_decode')
        self.decoders = {-1: function('le_decode'), 1: function('be_decode')}
        self.native_encode = function(
            'le_encode' if sys.byteorder == 'little' else 'be_encode')

    def decoder_for(self, byteorder, consumed):
        """The function for what ex_decode() found; None if too early."""
        if byteorder in self.decoders:
            return self.decoders[byteorder]
        if consumed >= self.bits // 8:
            raise UnicodeError("UTF-%d stream does not start with BOM" %
                               self.bits)
        return None


class IncrementalEncoder(codecs.IncrementalEncoder):
    """The mark comes first; encoder is None until it has been written."""

    def __init__(self, errors='strict'):
        codecs.IncrementalEncoder.__init__(self, errors)
        self.encoder = None

    def encode(self, input, final=False):
        if self.encoder is None:
            result = self.form.encode(input, self.errors)[0]
            self.encoder = self.form.native_encode
            return result
        return self.encoder(input, self.errors)[0]

    def reset(self):
        codecs.IncrementalEncoder.reset(self)
        self.encoder = None

    def getstate(self):
        # 2: the mark is still to be written.
        return 2 if self.encoder is None else 0

    def setstate(self, state):
        self.encoder = None if state else self.form.native_encode


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    """decoder is None until the mark has been read."""

    def __init__(self, errors='strict'):
        codecs.BufferedIncrementalDecoder.__init__(self, errors)
        self.decoder = None

    def _buffer_decode(self, input, errors, final):
        if self.decoder is None:
            output, consumed, byteorder = self.form.ex_decode(
                input, errors, 0, final)
            self.decoder = self.form.decoder_for(byteorder, consumed)
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
            result = self.form.encode(input, errors)
            self.encoder = self.form.native_encode
            return result
        return self.encoder(input, errors)


class StreamReader(codecs.StreamReader):
    def reset(self):
        codecs.StreamReader.reset(self)
        self.__dict__.pop('decode', None)

    def decode(self, input, errors='strict'):
        output, consumed, byteorder = self.form.ex_decode(
            input, errors, 0, False)
        decoder = self.form.decoder_for(byteorder, consumed)
        if decoder is not None:
            self.decode = decoder
        return output, consumed
