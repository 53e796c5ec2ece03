"""The streams of module io, by the name that CPython's Python version has."""

from io import *
from io import (DEFAULT_BUFFER_SIZE, IncrementalNewlineDecoder, OpenWrapper,
                __all__)
