"""Builtins that work as those of Python 3: iterators instead of lists, and
octal and hexadecimal texts in its form."""
from _frames import hide as _hide
from itertools import ifilter as filter, imap as map, izip as zip
from operator import index as _index

__all__ = ['ascii', 'filter', 'hex', 'map', 'oct', 'zip']

_hide(globals())


def ascii(object):
    """The repr() of an object."""
    return repr(object)


def hex(number):
    """An integer in base 16, behind 0x."""
    return format(_index(number), '#x')


def oct(number):
    """An integer in base 8, behind 0o."""
    return format(_index(number), '#o')
