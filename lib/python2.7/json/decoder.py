"""JSONDecoder: JSON to Python objects."""

import _json_native

from json import scanner

__all__ = ['JSONDecoder']

NaN = float('nan')
PosInf = float('inf')
NegInf = float('-inf')


def linecol(doc, pos):
    """The line and column, from 1, of a position."""
    lineno = doc.count('\n', 0, pos) + 1
    if lineno == 1:
        colno = pos + 1
    else:
        colno = pos - doc.rindex('\n', 0, pos)
    return lineno, colno


def errmsg(msg, doc, pos, end=None):
    lineno, colno = linecol(doc, pos)
    if end is None:
        return '{0}: line {1} column {2} (char {3})'.format(msg, lineno,
                                                            colno, pos)
    endlineno, endcolno = linecol(doc, end)
    return '{0}: line {1} column {2} - line {3} column {4} ' \
        '(char {5} - {6})'.format(msg, lineno, colno, endlineno, endcolno,
                                  pos, end)


_CONSTANTS = {'-Infinity': NegInf, 'Infinity': PosInf, 'NaN': NaN}

DEFAULT_ENCODING = "utf-8"

WHITESPACE_STR = ' \t\n\r'

scanstring = c_scanstring = py_scanstring = _json_native.scanstring


def _skip(s, end):
    """The first index from end on that is not white space."""
    n = len(s)
    while end < n:
        c = s[end]
        if c != ' ' and c != '\n' and c != '\t' and c != '\r':
            break
        end += 1
    return end


class JSONDecoder(object):
    """Turns JSON into dict, list, unicode, int, float, True, False, None.

    The hooks replace what objects and numbers become; with strict=False
    strings may hold control characters.
    """

    def __init__(self, encoding=None, object_hook=None, parse_float=None,
                 parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.encoding = encoding
        self.object_hook = object_hook
        self.object_pairs_hook = object_pairs_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.parse_string = scanstring
        self.scan_once = scanner.make_scanner(self)

    def decode(self, s):
        """The value of a string that holds one, and nothing else."""
        if not isinstance(s, basestring):
            raise TypeError("expected string or buffer")
        obj, end = self.raw_decode(s, idx=_skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise ValueError(errmsg("Extra data", s, end, len(s)))
        return obj

    def raw_decode(self, s, idx=0):
        """The value at an index, and the index after it."""
        try:
            obj, end = self.scan_once(s, idx)
        except StopIteration:
            raise ValueError("No JSON object could be decoded")
        return obj, end
