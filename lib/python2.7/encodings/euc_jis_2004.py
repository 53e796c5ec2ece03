"""The codec euc_jis_2004; written by make_tables.py."""

import codecs
from encodings import _multibyte

(codec, Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter,
 StreamReader, getregentry) = _multibyte.parts('euc_jis_2004')
