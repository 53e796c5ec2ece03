"""The encoding unicode-escape."""

import codecs
from encodings._make import make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('unicode-escape', codecs.unicode_escape_encode, codecs.unicode_escape_decode)
