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


def make_charmap(name):
    """What make() returns for an 8-bit encoding, and its two tables."""
    from encodings import _charmaps
    own_name, table = _charmaps.TABLES[name]
    if len(table) == 128:
        table = u''.join(map(unichr, range(128))) + table
    encoding_map = codecs.charmap_build(table)

    def encode(input, errors='strict'):
        return codecs.charmap_encode(input, errors, encoding_map)

    def decode(input, errors='strict'):
        return codecs.charmap_decode(input, errors, table)

    return make(own_name, encode, decode) + (table, encoding_map)


def make_maps(table):
    """The characters of an 8-bit encoding as two dicts."""
    decoding_map = {}
    for i, c in enumerate(table):
        decoding_map[i] = ord(c) if c != u'\ufffe' else None
    return decoding_map, codecs.make_encoding_map(decoding_map)
