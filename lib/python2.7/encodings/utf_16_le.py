"""The encoding utf-16-le."""

import codecs
from encodings._make import make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('utf-16-le', codecs.utf_16_le_encode, codecs.utf_16_le_decode, True)
