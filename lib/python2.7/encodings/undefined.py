"""The codec that nothing can be encoded with."""

from encodings._make import make


def _undefined(input, errors='strict'):
    raise UnicodeError("undefined encoding")


(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('undefined', _undefined, _undefined)
