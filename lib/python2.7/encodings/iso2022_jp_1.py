"""The codec iso2022_jp_1: JIS X 0201's Roman half, 0208 and 0212."""

from encodings import _iso2022

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = _iso2022.make('iso2022_jp_1', (
     _iso2022.ASCII, _iso2022.JISX0208, _iso2022.JISX0212, _iso2022.ROMAN,
     _iso2022.JISX0208_OLD))
