"""MD5 by its old name; hashlib is the module to use."""

import warnings
warnings.warn('the md5 module is deprecated; use hashlib instead',
              DeprecationWarning, 2)

from hashlib import md5
new = md5

blocksize = 1  # the smallest piece that can be hashed
digest_size = 16
