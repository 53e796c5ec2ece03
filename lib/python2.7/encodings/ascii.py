"""The encoding ascii."""

import codecs
from encodings._make import make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('ascii', codecs.ascii_encode, codecs.ascii_decode)
