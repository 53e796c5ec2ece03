"""The codec bz2: bytes to bytes."""

import codecs
import bz2
from encodings._make import make


def bz2_encode(input, errors='strict'):
    assert errors == 'strict'
    return (bz2.compress(input), len(input))


def bz2_decode(input, errors='strict'):
    assert errors == 'strict'
    return (bz2.decompress(input), len(input))


(Codec, _encoder, _decoder, StreamWriter, StreamReader, _entry) = make(
    'bz2', bz2_encode, bz2_decode, is_text=False)


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
        self.compressobj = bz2.BZ2Compressor()


class IncrementalDecoder(codecs.IncrementalDecoder):
    def __init__(self, errors='strict'):
        assert errors == 'strict'
        self.errors = errors
        self.reset()

    def decode(self, input, final=False):
        try:
            return self.decompressobj.decompress(input)
        except EOFError:
            return ''

    def reset(self):
        self.decompressobj = bz2.BZ2Decompressor()


def getregentry():
    return codecs.CodecInfo(
        name='bz2', encode=bz2_encode, decode=bz2_decode,
        incrementalencoder=IncrementalEncoder,
        incrementaldecoder=IncrementalDecoder, streamreader=StreamReader,
        streamwriter=StreamWriter, _is_text_encoding=False)
