"""Common operations on strings, as functions; obsolete: str has methods."""
import warnings

from string import maketrans as _maketrans

lowercase = 'abcdefghijklmnopqrstuvwxyz'
uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
whitespace = '\t\n\x0b\x0c\r '


def _warn():
    warnings.warn('strop functions are obsolete; use string methods',
                  DeprecationWarning, 3)


def atof(s):
    """The float in a string."""
    _warn()
    if not s.strip():
        raise ValueError('empty string for atof()')
    try:
        return float(s)
    except ValueError:
        raise ValueError('invalid literal for atof(): ' + s)


def atoi(s, base=10):
    """The int in a string."""
    _warn()
    if base != 0 and not 2 <= base <= 36:
        raise ValueError('invalid base for atoi()')
    try:
        return int(s, base)
    except ValueError:
        raise ValueError('invalid literal for atoi(): ' + s)


def atol(s, base=10):
    """The long in a string."""
    _warn()
    if base != 0 and not 2 <= base <= 36:
        raise ValueError('invalid base for atol()')
    if not s.strip():
        raise ValueError('empty string for atol()')
    try:
        return long(s, base)
    except ValueError:
        raise ValueError('invalid literal for atol(): ' + s)


def capitalize(s):
    """The string with its first character in upper case."""
    _warn()
    return s.capitalize()


def count(s, sub, start=0, end=None):
    """How often sub occurs in s[start:end]."""
    _warn()
    return s.count(sub, start, len(s) if end is None else end)


def expandtabs(string, tabsize=8):
    """Tabs as spaces."""
    _warn()
    if tabsize < 1:
        raise ValueError('tabsize must be at least 1')
    return string.expandtabs(tabsize)


def find(s, sub, start=0, end=None):
    """The lowest index of sub in s[start:end], or -1."""
    _warn()
    return s.find(sub, start, len(s) if end is None else end)


def join(list, sep=' '):
    """The items of a sequence with sep between them."""
    _warn()
    return sep.join([list[i] for i in xrange(len(list))])


joinfields = join


def lower(s):
    """The string in lower case."""
    _warn()
    return s.lower()


def lstrip(s):
    """The string without white space in front."""
    _warn()
    return s.lstrip()


def maketrans(frm, to):
    """A table for translate()."""
    return _maketrans(frm, to)


def replace(str, old, new, maxsplit=-1):
    """The string with old made new, maxsplit times; 0 is without limit."""
    _warn()
    return str.replace(old, new, maxsplit or -1)


def rfind(s, sub, start=0, end=None):
    """The highest index of sub in s[start:end], or -1."""
    _warn()
    return s.rfind(sub, start, len(s) if end is None else end)


def rstrip(s):
    """The string without white space at the end."""
    _warn()
    return s.rstrip()


def split(s, sep=None, maxsplit=0):
    """The words of a string; maxsplit 0 is without limit."""
    _warn()
    if sep == '':
        raise ValueError('empty separator')
    return s.split(sep, maxsplit or -1)


splitfields = split


def strip(s):
    """The string without white space at both ends."""
    _warn()
    return s.strip()


def swapcase(s):
    """The string with upper and lower case exchanged."""
    _warn()
    return s.swapcase()


def translate(s, table, deletechars=''):
    """The string without deletechars, its characters mapped."""
    _warn()
    if len(table) != 256:
        raise ValueError('translation table must be 256 characters long')
    return s.translate(table, deletechars)


def upper(s):
    """The string in upper case."""
    _warn()
    return s.upper()
