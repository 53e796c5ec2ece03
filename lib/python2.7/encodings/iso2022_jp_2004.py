"""The codec iso2022_jp_2004: JIS X 0208 and 0213."""

from encodings import _iso2022

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = _iso2022.make('iso2022_jp_2004', (
     _iso2022.ASCII, _iso2022.JISX0208, _iso2022.JISX0213_1,
     _iso2022.JISX0213_2))
