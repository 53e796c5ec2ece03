"""Compiling regular expressions, by the interface below that of re."""
import _re
import sre_parse

from sre_constants import *

MAXCODE = 65535
STRING_TYPES = (type(""), type(unicode("")))


def isstring(obj):
    """Whether it is a str or unicode."""
    return int(isinstance(obj, STRING_TYPES))


def compile(p, flags=0):
    """The pattern object of a text, or of what sre_parse.parse() made."""
    if isinstance(p, sre_parse.SubPattern):
        return _re.compile(p.source, flags | p.pattern.flags)
    return _re.compile(p, flags)
