"""What tests of Python code take from CPython's module of this name: limits of
C types, and functions that need no C API."""

import sys

CHAR_MAX, CHAR_MIN, UCHAR_MAX = 127, -128, 255
SHRT_MAX, SHRT_MIN, USHRT_MAX = 2 ** 15 - 1, -2 ** 15, 2 ** 16 - 1
INT_MAX, INT_MIN, UINT_MAX = 2L ** 31 - 1, -2L ** 31, 2L ** 32 - 1
LONG_MAX, ULONG_MAX = sys.maxint, 2L ** 64 - 1
LONG_MIN = -LONG_MAX - 1
LLONG_MAX, LLONG_MIN, ULLONG_MAX = 2L ** 63 - 1, -2L ** 63, ULONG_MAX
PY_SSIZE_T_MAX, PY_SSIZE_T_MIN = LONG_MAX, LONG_MIN
FLT_MAX, FLT_MIN = 2.0 ** 127 * (2 - 2.0 ** -23), 2.0 ** -126
DBL_MAX, DBL_MIN = 2.0 ** 1023 * (2 - 2.0 ** -52), 2.0 ** -1022


def sequence_delitem(sequence, i):
    """Deletes an item."""
    del sequence[i]


def make_exception_with_doc(name, doc=None, base=Exception, dict=None):
    """An exception class, named as in 'module.Name'."""
    module, dot, last = name.rpartition('.')
    if not dot:
        raise SystemError('PyErr_NewException: name must be module.class')
    names = {'__module__': module, '__doc__': doc}
    names.update(dict or {})
    return type(last, base if isinstance(base, tuple) else (base,), names)
