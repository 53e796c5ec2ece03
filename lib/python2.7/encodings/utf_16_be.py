"""The encoding utf-16-be."""

import codecs
from encodings._make import make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('utf-16-be', codecs.utf_16_be_encode, codecs.utf_16_be_decode, True)
