"""The codec cp424; written by make_tables.py."""

import codecs
from encodings import _make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry, decoding_table, encoding_table) = _make.make_charmap('cp424')
