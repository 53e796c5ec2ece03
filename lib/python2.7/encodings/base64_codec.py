"""The codec base64: bytes to bytes."""

import base64
from encodings._make import make


def base64_encode(input, errors='strict'):
    assert errors == 'strict'
    return (base64.encodestring(input), len(input))


def base64_decode(input, errors='strict'):
    assert errors == 'strict'
    return (base64.decodestring(input), len(input))


(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('base64', base64_encode, base64_decode, is_text=False)
