"""The codec zlib: bytes to bytes."""

import codecs
import zlib
from encodings._make import make


def zlib_encode(input, errors='strict'):
    assert errors == 'strict'
    return (zlib.compress(input), len(input))


def zlib_decode(input, errors='strict'):
    assert errors == 'strict'
    return (zlib.decompress(input), len(input))


(Codec, _encoder, _decoder, StreamWriter, StreamReader, _entry) = make(
    'zlib', zlib_encode, zlib_decode, is_text=False)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def __init__(self, errors='strict'):
        assert errors == 'strict'
        self.errors = errors
        self.reset()

    def encode(self, input, final=False):
        c = self.compressobj.compress(input)
        if final:
            return c + self.compressobj.flush()
        return c

    def reset(self):
        self.compressobj = zlib.compressobj()


class IncrementalDecoder(codecs.IncrementalDecoder):
    def __init__(self, errors='strict'):
        assert errors == 'strict'
        self.errors = errors
        self.reset()

    def decode(self, input, final=False):
        c = self.decompressobj.decompress(input)
        if final:
            return c + self.decompressobj.flush()
        return c

    def reset(self):
        self.decompressobj = zlib.decompressobj()


def getregentry():
    return codecs.CodecInfo(
        name='zlib', encode=zlib_encode, decode=zlib_decode,
        incrementalencoder=IncrementalEncoder,
        incrementaldecoder=IncrementalDecoder, streamreader=StreamReader,
        streamwriter=StreamWriter, _is_text_encoding=False)
