"""The codec cp932; written by make_tables.py."""

import codecs
from encodings import _multibyte

(codec, Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter,
 StreamReader, getregentry) = _multibyte.parts('cp932')
