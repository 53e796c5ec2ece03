"""The encoding unicode-internal."""

import codecs
from encodings._make import make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('unicode-internal', codecs.unicode_internal_encode, codecs.unicode_internal_decode)
