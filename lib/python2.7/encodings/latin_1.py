"""The encoding iso8859-1."""

import codecs
from encodings._make import make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('iso8859-1', codecs.latin_1_encode, codecs.latin_1_decode)
