"""The codec shift_jis; written by make_tables.py."""

import codecs
from encodings import _multibyte

(codec, Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter,
 StreamReader, getregentry) = _multibyte.parts('shift_jis')
