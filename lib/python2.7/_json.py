"""What CPython's json takes from C: here it is the other way round."""

from json.decoder import scanstring
from json.encoder import encode_basestring_ascii
from json.scanner import make_scanner
