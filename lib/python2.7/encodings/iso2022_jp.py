"""The codec iso2022_jp; written by make_tables.py."""

import codecs
from encodings import _multibyte

(codec, Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter,
 StreamReader, getregentry) = _multibyte.parts('iso2022_jp')
