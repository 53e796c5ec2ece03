"""The encoding string-escape."""

import codecs
from encodings._make import make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('string-escape', codecs.escape_encode, codecs.escape_decode)
