"""The places of numbers in what os.statvfs() returns."""

(F_BSIZE, F_FRSIZE, F_BLOCKS, F_BFREE, F_BAVAIL, F_FILES, F_FFREE, F_FAVAIL,
 F_FLAG, F_NAMEMAX) = range(10)

from warnings import warnpy3k as _warn
_warn('the statvfs module has been removed in Python 3.0', stacklevel=2)
