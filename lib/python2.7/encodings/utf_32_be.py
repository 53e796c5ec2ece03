"""The encoding utf-32-be."""

import codecs
from encodings._make import make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('utf-32-be', codecs.utf_32_be_encode, codecs.utf_32_be_decode, True)
