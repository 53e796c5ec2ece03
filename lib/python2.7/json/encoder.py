"""JSONEncoder: Python objects to JSON."""

import _json_native

ESCAPE_DCT = {'\\': '\\\\', '"': '\\"', '\b': '\\b', '\f': '\\f',
              '\n': '\\n', '\r': '\\r', '\t': '\\t'}
for _i in range(0x20):
    ESCAPE_DCT.setdefault(chr(_i), '\\u{0:04x}'.format(_i))
del _i

INFINITY = float('inf')
FLOAT_REPR = float.__repr__


def encode_basestring(s):
    """A string in quotes, characters beyond ASCII as they are."""
    start = 0
    parts = None
    i = 0
    for c in s:
        if c < ' ' or c == '"' or c == '\\':
            if parts is None:
                parts = ['"']
            parts.append(s[start:i])
            parts.append(ESCAPE_DCT[c])
            start = i + 1
        i += 1
    if parts is None:
        return '"' + s + '"'
    parts.append(s[start:])
    parts.append('"')
    return ''.join(parts)


encode_basestring_ascii = _json_native.encode_basestring_ascii
c_encode_basestring_ascii = py_encode_basestring_ascii = encode_basestring_ascii
c_make_encoder = _json_native.make_encoder


class JSONEncoder(object):
    """Turns dict, list, tuple, strings, numbers, True, False and None into
    JSON; default() says what to make of anything else."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, skipkeys=False, ensure_ascii=True,
                 check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, encoding='utf-8',
                 default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        if default is not None:
            self.default = default
        self.encoding = encoding

    def default(self, o):
        """Return something that can be encoded in the place of o."""
        raise TypeError(repr(o) + " is not JSON serializable")

    def encode(self, o):
        """Return the JSON of an object as one string.

        >>> JSONEncoder().encode([1, None, u'x', {'a': 2.5}])
        '[1, null, "x", {"a": 2.5}]'
        """
        if isinstance(o, basestring):
            if isinstance(o, str) and self.encoding is not None and \
                    self.encoding != 'utf-8':
                o = o.decode(self.encoding)
            if self.ensure_ascii:
                return encode_basestring_ascii(o)
            return encode_basestring(o)
        chunks = self.iterencode(o, _one_shot=True)
        if not isinstance(chunks, (list, tuple)):
            chunks = list(chunks)
        return ''.join(chunks)

    def iterencode(self, o, _one_shot=False):
        """The JSON of an object in pieces."""
        writer = _Writer(self)
        if _one_shot:
            return writer.encoder()(o, 0)
        return writer.pieces(o, 0)


class _Writer(object):
    """One run of an encoder: its settings, and the containers it is in."""

    def __init__(self, encoder):
        self.markers = {} if encoder.check_circular else None
        self.default = encoder.default
        self.allow_nan = bool(encoder.allow_nan)
        self.skipkeys = bool(encoder.skipkeys)
        self.sort_keys = encoder.sort_keys
        self.item_separator = encoder.item_separator
        self.key_separator = encoder.key_separator
        self.ensure_ascii = encoder.ensure_ascii
        self.encoding = encoder.encoding
        self.recode = encoder.encoding is not None and \
            encoder.encoding != 'utf-8'
        indent = encoder.indent
        if indent is not None and not isinstance(indent, (int, long)):
            raise TypeError("can't multiply sequence by non-int of type %r" %
                            type(indent).__name__)
        self.indent = indent

    def encoder(self):
        """What does the same in one go."""
        strings = self.string
        if self.ensure_ascii and not self.recode:
            strings = encode_basestring_ascii
        return c_make_encoder(self.markers, self.default, strings, self.indent,
                              self.key_separator, self.item_separator,
                              self.sort_keys, self.skipkeys, self.allow_nan)

    def string(self, s):
        if self.recode and isinstance(s, str):
            s = s.decode(self.encoding)
        if self.ensure_ascii:
            return encode_basestring_ascii(s)
        return encode_basestring(s)

    def float(self, o):
        if o != o:
            text = 'NaN'
        elif o == INFINITY:
            text = 'Infinity'
        elif o == -INFINITY:
            text = '-Infinity'
        else:
            return FLOAT_REPR(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON "
                             "compliant")
        return text

    def scalar(self, o):
        """The JSON of what is no container; None for all else."""
        if isinstance(o, basestring):
            return self.string(o)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, (int, long)):
            return str(o)
        if isinstance(o, float):
            return self.float(o)
        return None

    def key(self, key):
        """The string that a key becomes; None to leave the pair out."""
        if isinstance(key, basestring):
            return key
        if isinstance(key, float):
            return self.float(key)
        if key is True:
            return 'true'
        if key is False:
            return 'false'
        if key is None:
            return 'null'
        if isinstance(key, (int, long)):
            return str(key)
        if self.skipkeys:
            return None
        raise TypeError("keys must be a string")

    def pairs(self, dct):
        if self.sort_keys:
            return sorted(dct.items(), key=_first)
        return dct.items()

    def enter(self, o):
        if self.markers is not None:
            if id(o) in self.markers:
                raise ValueError("Circular reference detected")
            self.markers[id(o)] = o

    def leave(self, o):
        if self.markers is not None:
            del self.markers[id(o)]

    def breaks(self, level):
        """What comes before the first item, between items, and at the end."""
        if self.indent is None:
            return '', self.item_separator, ''
        newline = '\n' + ' ' * (self.indent * (level + 1))
        return (newline, self.item_separator + newline,
                '\n' + ' ' * (self.indent * level))

    def pieces(self, o, level):
        """Yield the JSON of an object, container by container."""
        text = self.scalar(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            if not o:
                yield '[]'
                return
            self.enter(o)
            first, between, last = self.breaks(level)
            before = '[' + first
            for value in o:
                text = self.scalar(value)
                if text is not None:
                    yield before + text
                else:
                    yield before
                    for piece in self.pieces(value, level + 1):
                        yield piece
                before = between
            yield last + ']'
            self.leave(o)
        elif isinstance(o, dict):
            for piece in self.dict_pieces(o, level):
                yield piece
        else:
            self.enter(o)
            for piece in self.pieces(self.default(o), level):
                yield piece
            self.leave(o)

    def dict_pieces(self, dct, level):
        if not dct:
            yield '{}'
            return
        self.enter(dct)
        first, between, last = self.breaks(level)
        yield '{' + first
        started = False
        for key, value in self.pairs(dct):
            key = self.key(key)
            if key is None:
                continue
            if started:
                yield between
            started = True
            yield self.string(key)
            yield self.key_separator
            for piece in self.pieces(value, level + 1):
                yield piece
        yield last + '}'
        self.leave(dct)


def _first(pair):
    return pair[0]
