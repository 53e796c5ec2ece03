"""The encoding utf-7."""

import codecs
from encodings._make import make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('utf-7', codecs.utf_7_encode, codecs.utf_7_decode, True)
