"""The encoding utf-32, which says its byte order with a mark at the start."""

import codecs
from encodings import _marked

_form = _marked.Form(32)
encode = codecs.utf_32_encode


def decode(input, errors='strict'):
    return codecs.utf_32_decode(input, errors, True)


class IncrementalEncoder(_marked.IncrementalEncoder):
    form = _form


class IncrementalDecoder(_marked.IncrementalDecoder):
    form = _form


class StreamWriter(_marked.StreamWriter):
    form = _form


class StreamReader(_marked.StreamReader):
    form = _form


def getregentry():
    return codecs.CodecInfo(
        name='utf-32', encode=encode, decode=decode,
        incrementalencoder=IncrementalEncoder,
        incrementaldecoder=IncrementalDecoder, streamreader=StreamReader,
        streamwriter=StreamWriter)
