"""The old name of re."""

import warnings as _warnings
_warnings.warn('The sre module is deprecated, please import re.',
               DeprecationWarning, 2)

from re import *
from re import __all__, _compile
