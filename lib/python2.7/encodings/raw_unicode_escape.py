"""The encoding raw-unicode-escape."""

import codecs
from encodings._make import make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('raw-unicode-escape', codecs.raw_unicode_escape_encode, codecs.raw_unicode_escape_decode)
