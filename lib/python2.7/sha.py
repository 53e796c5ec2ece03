"""SHA-1 by its old name; hashlib is the module to use."""

import warnings
warnings.warn('the sha module is deprecated; use the hashlib module instead',
              DeprecationWarning, 2)

from hashlib import sha1 as sha
new = sha

blocksize = 1  # the smallest piece that can be hashed
digest_size = 20
digestsize = 20
