"""The codec iso8859_2; written by make_tables.py."""

import codecs
from encodings import _make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry, decoding_table, encoding_table) = _make.make_charmap('iso8859_2')
