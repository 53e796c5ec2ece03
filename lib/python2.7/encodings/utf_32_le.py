"""The encoding utf-32-le."""

import codecs
from encodings._make import make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('utf-32-le', codecs.utf_32_le_encode, codecs.utf_32_le_decode, True)
