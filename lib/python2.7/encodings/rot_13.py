"""The codec rot-13: letters moved by half the alphabet."""

import codecs
from encodings._make import make

decoding_map = codecs.make_identity_dict(range(256))
for _i in range(26):
    decoding_map[65 + _i] = 65 + (_i + 13) % 26
    decoding_map[97 + _i] = 97 + (_i + 13) % 26
del _i
encoding_map = codecs.make_encoding_map(decoding_map)


def _encode(input, errors='strict'):
    return codecs.charmap_encode(input, errors, encoding_map)


def _decode(input, errors='strict'):
    return codecs.charmap_decode(input, errors, decoding_map)


(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('rot-13', _encode, _decode, is_text=False)


def rot13(infile, outfile):
    outfile.write(infile.read().encode('rot-13'))
