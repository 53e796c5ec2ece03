"""Makes the classes of a codec from its two functions."""

import codecs


def make(name, encode, decode, buffered=False, is_text=None):
    """Return (Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter,
    StreamReader, getregentry).

    encode(input, errors) and decode(input, errors[, final if buffered]) both
    return (output, length of input used).
    """
    if buffered:
        def decode_all(input, errors='strict'):
            return decode(input, errors, True)
    else:
        decode_all = decode

    class Codec(codecs.Codec):
        def encode(self, input, errors='strict'):
            return encode(input, errors)

        def decode(self, input, errors='strict'):
            return decode_all(input, errors)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    if buffered:
        class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
            def _buffer_decode(self, input, errors, final):
                return decode(input, errors, final)
    else:
        class IncrementalDecoder(codecs.IncrementalDecoder):
            def decode(self, input, final=False):
                return decode(input, self.errors)[0]

    class StreamWriter(Codec, codecs.StreamWriter):
        pass

    class StreamReader(Codec, codecs.StreamReader):
        def decode(self, input, errors='strict'):
            return decode(input, errors)

    def getregentry():
        return codecs.CodecInfo(
            name=name, encode=encode, decode=decode_all,
            incrementalencoder=IncrementalEncoder,
            incrementaldecoder=IncrementalDecoder,
            streamreader=StreamReader, streamwriter=StreamWriter,
            _is_text_encoding=is_text)

    return (Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter,
            StreamReader, getregentry)


def make_charmap(name, table):
    """The entry of an 8-bit encoding, from its 256 characters."""
    encoding_map = codecs.charmap_build(table)

    def encode(input, errors='strict'):
        return codecs.charmap_encode(input, errors, encoding_map)

    def decode(input, errors='strict'):
        return codecs.charmap_decode(input, errors, table)

    return make(name, encode, decode)[5]()
