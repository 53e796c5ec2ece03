from __future__ import absolute_import
import string
from . import string as local
result = string.digits, local.digits, string.__name__, local.__name__
try:
    import helper_only_in_pkg
except ImportError as e:
    print e
