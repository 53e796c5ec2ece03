"""What json takes from C; json itself does not need this name."""

from _json_native import (encode_basestring_ascii, make_encoder, make_scanner,
                          scanstring)
