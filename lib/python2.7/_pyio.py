"""The streams of module io, by the name that CPython's Python version has."""

import io
from io import *
from io import (DEFAULT_BUFFER_SIZE, IncrementalNewlineDecoder, OpenWrapper,
                __all__)


class StringIO(io.StringIO):
    """A stream of text in memory, which all protocols of pickle take."""

    __doc__ = io.StringIO.__doc__

    def __reduce_ex__(self, protocol):
        return io.StringIO.__reduce_ex__(self, 2)
