"""The codec cp860; written by make_tables.py."""

import codecs
from encodings import _make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry, decoding_table, encoding_table) = _make.make_charmap('cp860')
decoding_map, encoding_map = _make.make_maps(decoding_table)
del encoding_table
