"""JSONDecoder: JSON to Python objects."""

import sys

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

BACKSLASH = {'"': u'"', '\\': u'\\', '/': u'/', 'b': u'\b', 'f': u'\f',
             'n': u'\n', 'r': u'\r', 't': u'\t'}

DEFAULT_ENCODING = "utf-8"

WHITESPACE_STR = ' \t\n\r'

_HEX = frozenset('0123456789abcdefABCDEF')


def _decode_uXXXX(s, pos):
    """The number of the four digits after the 'u' at pos."""
    esc = s[pos + 1:pos + 5]
    # Something must follow, as a '"' has to.
    if pos + 5 < len(s):
        for c in esc:
            if c not in _HEX:
                break
        else:
            return int(esc, 16)
    raise ValueError(errmsg("Invalid \\uXXXX escape", s, pos))


def _escape(s, end, begin):
    """The character of the escape whose '\\' is at end-1, and where it ends."""
    if end >= len(s):
        raise ValueError(errmsg("Unterminated string starting at", s, begin))
    esc = s[end]
    if esc != 'u':
        char = BACKSLASH.get(esc)
        if char is None:
            raise ValueError(errmsg("Invalid \\escape", s, end - 1))
        return char, end + 1
    uni = _decode_uXXXX(s, end)
    end += 5
    # Two halves of a surrogate pair make one character.
    if 0xd800 <= uni <= 0xdbff and s[end:end + 2] == '\\u':
        uni2 = _decode_uXXXX(s, end + 1)
        if 0xdc00 <= uni2 <= 0xdfff:
            uni = 0x10000 + (((uni - 0xd800) << 10) | (uni2 - 0xdc00))
            end += 6
    return unichr(uni), end


def py_scanstring(s, end, encoding=None, strict=True):
    """Return (string, index after it); end is the index after the '"'."""
    begin = end - 1
    n = len(s)
    if end > sys.maxsize:
        raise OverflowError("Python int too large to convert to C long")
    if end < 0 or end >= n:
        raise ValueError("end is out of bounds")
    is_unicode = isinstance(s, unicode)
    if encoding is None:
        encoding = DEFAULT_ENCODING
    chunks = None
    while True:
        start = end
        while end < n:
            c = s[end]
            if c == '"' or c == '\\':
                break
            if c < ' ' and strict:
                raise ValueError(errmsg("Invalid control character at", s,
                                        end))
            end += 1
        else:
            raise ValueError(errmsg("Unterminated string starting at", s,
                                    begin))
        content = s[start:end]
        if not is_unicode:
            content = unicode(content, encoding)
        end += 1
        if c == '"':
            if chunks is None:
                return content, end
            chunks.append(content)
            return u''.join(chunks), end
        if chunks is None:
            chunks = []
        chunks.append(content)
        char, end = _escape(s, end, begin)
        chunks.append(char)


scanstring = py_scanstring
c_scanstring = None


def _skip(s, end):
    """The first index from end on that is not white space."""
    n = len(s)
    while end < n:
        c = s[end]
        if c != ' ' and c != '\n' and c != '\t' and c != '\r':
            break
        end += 1
    return end


# As in CPython's C version, the messages for a str differ in their quotes,
# a text that ends too early is reported at its last character, and where no
# value can start StopIteration goes up to raw_decode().


def _complain(s, end, for_str, for_unicode):
    if end >= len(s):
        return ValueError(errmsg("Expecting object", s, len(s) - 1))
    return ValueError(errmsg(for_unicode if isinstance(s, unicode)
                             else for_str, s, end))


def JSONObject(s_and_end, encoding, strict, scan_once, object_hook,
               object_pairs_hook):
    """Read an object whose '{' stands before the index."""
    s, end = s_and_end
    pairs = []
    n = len(s)
    end = _skip(s, end)
    if end < n and s[end] == '}':
        end += 1
    else:
        while True:
            if end >= n or s[end] != '"':
                raise _complain(s, end, "Expecting property name",
                                "Expecting property name enclosed in double "
                                "quotes")
            key, end = scanstring(s, end + 1, encoding, strict)
            end = _skip(s, end)
            if end >= n or s[end] != ':':
                raise ValueError(errmsg("Expecting ':' delimiter"
                                        if isinstance(s, unicode)
                                        else "Expecting : delimiter", s, end))
            value, end = scan_once(s, _skip(s, end + 1))
            pairs.append((key, value))
            end = _skip(s, end)
            if end < n:
                c = s[end]
                if c == ',':
                    end = _skip(s, end + 1)
                    continue
                if c == '}':
                    end += 1
                    break
            raise _complain(s, end, "Expecting , delimiter",
                            "Expecting ',' delimiter")
    if object_pairs_hook is not None:
        return object_pairs_hook(pairs), end
    obj = dict(pairs)
    if object_hook is not None:
        obj = object_hook(obj)
    return obj, end


def JSONArray(s_and_end, scan_once):
    """Read an array whose '[' stands before the index."""
    s, end = s_and_end
    values = []
    n = len(s)
    end = _skip(s, end)
    if end < n and s[end] == ']':
        return values, end + 1
    while True:
        if end >= n:
            raise _complain(s, end, "", "")
        value, end = scan_once(s, end)
        values.append(value)
        end = _skip(s, end)
        if end < n:
            c = s[end]
            if c == ',':
                end = _skip(s, end + 1)
                continue
            if c == ']':
                return values, end + 1
        raise _complain(s, end, "Expecting , delimiter",
                        "Expecting ',' delimiter")


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
        self.parse_object = JSONObject
        self.parse_array = JSONArray
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
