"""Headers with texts in any character set (RFC 2047): encoding, which breaks
them into lines, and decoding."""
import binascii
import re

import email.base64mime
import email.quoprimime
from email.charset import Charset
from email.errors import HeaderParseError

__all__ = ['Header', 'decode_header', 'make_header']

NL = '\n'
SPACE = ' '
USPACE = u' '
SPACE8 = SPACE * 8
UEMPTYSTRING = u''
MAXLINELEN = 76

USASCII = Charset('us-ascii')
UTF8 = Charset('utf-8')

# An encoded word: =?charset?encoding?text?=
ecre = re.compile(r'=\?(?P<charset>[^?]*?)\?(?P<encoding>[qb])\?'
                  r'(?P<encoded>.*?)\?=(?=[ \t]|$)',
                  re.IGNORECASE | re.MULTILINE)

# A header's name.
fcre = re.compile(r'[\041-\176]+:$')

# A line that would be taken for another header.
_embeded_header = re.compile(r'\n[^ \t]+:')

_max_append = email.quoprimime._max_append


def _decode_word(encoding, text):
    if encoding == 'q':
        return email.quoprimime.header_decode(text)
    # Padding may be missing.
    text += '=' * (-len(text) % 4)
    try:
        return email.base64mime.decode(text)
    except binascii.Error:
        raise HeaderParseError


def _decode_line(line, decoded):
    """Appends (text, charset) pairs for a line."""
    pieces = ecre.split(line)
    for i in range(0, len(pieces), 4):
        plain = pieces[i].strip()
        if plain:
            if decoded and decoded[-1][1] is None:
                plain = decoded.pop()[0] + SPACE + plain
            decoded.append((plain, None))
        if i + 3 >= len(pieces):
            break
        charset = pieces[i + 1].lower()
        text = _decode_word(pieces[i + 2].lower(), pieces[i + 3])
        if decoded and decoded[-1][1] == charset:
            text = decoded.pop()[0] + text
        decoded.append((text, charset))


def decode_header(header):
    """A header as a list of (text, charset) pairs, charset in lower case or
    None for what was not encoded.  HeaderParseError for wrong base64."""
    header = str(header)
    if not ecre.search(header):
        return [(header, None)]
    decoded = []
    for line in header.splitlines():
        if ecre.search(line):
            _decode_line(line, decoded)
        else:
            decoded.append((line, None))
    return decoded


def make_header(decoded_seq, maxlinelen=None, header_name=None,
                continuation_ws=' '):
    """A Header from what decode_header() gives."""
    h = Header(maxlinelen=maxlinelen, header_name=header_name,
               continuation_ws=continuation_ws)
    for text, charset in decoded_seq:
        if charset is not None and not isinstance(charset, Charset):
            charset = Charset(charset)
        h.append(text, charset)
    return h


class Header:
    """A header's value, made of texts with their character sets."""

    def __init__(self, s=None, charset=None, maxlinelen=None,
                 header_name=None, continuation_ws=' ', errors='strict'):
        if charset is None:
            charset = USASCII
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        self._continuation_ws = continuation_ws
        self._chunks = []
        if s is not None:
            self.append(s, charset, errors)
        if maxlinelen is None:
            maxlinelen = MAXLINELEN
        self._firstlinelen = maxlinelen
        if header_name is not None:
            self._firstlinelen -= len(header_name) + 2
        self._maxlinelen = maxlinelen - _width(continuation_ws)

    def __str__(self):
        return self.encode()

    def __unicode__(self):
        """The text; a space between what is encoded and what is not."""
        out = []
        last = None
        for text, charset in self._chunks:
            this = charset
            if out:
                if last not in (None, 'us-ascii'):
                    if this in (None, 'us-ascii'):
                        out.append(USPACE)
                        this = None
                elif this not in (None, 'us-ascii'):
                    out.append(USPACE)
            last = this
            out.append(unicode(text, str(charset)))
        return UEMPTYSTRING.join(out)

    def __eq__(self, other):
        return other == self.encode()

    def __ne__(self, other):
        return not self == other

    def append(self, s, charset=None, errors='strict'):
        """Adds a text.  A str must be in the charset; unicode is encoded in
        ASCII, the charset, or UTF-8, the first that works."""
        if charset is None:
            charset = self._charset
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        if charset != '8bit':
            if isinstance(s, str):
                text = unicode(s, charset.input_codec or 'us-ascii', errors)
                text.encode(charset.output_codec or 'us-ascii', errors)
            elif isinstance(s, unicode):
                s, charset = _encode_text(s, charset, errors)
        self._chunks.append((s, charset))

    def _split(self, s, charset, maxlinelen, splitchars):
        """Pieces of s that fit in lines, as (text, charset)."""
        pieces = []
        while True:
            splittable = charset.to_splittable(s)
            encoded = charset.from_splittable(splittable, True)
            length = charset.encoded_header_len(encoded)
            if length <= maxlinelen:
                return pieces + [(encoded, charset)]
            if charset == '8bit':
                return pieces + [(s, charset)]
            if charset == 'us-ascii':
                return pieces + self._split_ascii(s, charset, maxlinelen,
                                                  splitchars)
            if length == len(s):
                # Not encoded: any place will do.
                first = charset.from_splittable(splittable[:maxlinelen],
                                                False)
                s = charset.from_splittable(splittable[maxlinelen:], False)
            else:
                first, s = _binsplit(splittable, charset, maxlinelen)
            pieces.append((charset.from_splittable(
                charset.to_splittable(first), True), charset))
            if not first and maxlinelen == self._maxlinelen:
                # Nothing fits: CPython's recursion would not end either.
                raise RuntimeError('maximum recursion depth exceeded')
            maxlinelen = self._maxlinelen

    def _split_ascii(self, s, charset, firstlen, splitchars):
        lines = _split_ascii(s, firstlen, self._maxlinelen,
                             self._continuation_ws, splitchars)
        return [(line, charset) for line in lines]

    def _encode_chunks(self, newchunks, maxlinelen):
        lines = []
        for text, charset in newchunks:
            if not text:
                continue
            if charset is not None and charset.header_encoding is not None:
                text = charset.header_encode(text)
            extra = '' if lines and lines[-1].endswith(' ') else ' '
            _max_append(lines, text, maxlinelen, extra)
        return (NL + self._continuation_ws).join(lines)

    def encode(self, splitchars=';, '):
        """The value in lines of at most maxlinelen; long lines of ASCII are
        split at one of splitchars, the first one best."""
        pieces = []
        limit = self._firstlinelen
        used = 0
        for text, charset in self._chunks:
            room = limit - used - 1
            if room < charset.encoded_header_len(''):
                room = limit
            pieces += self._split(text, charset, room, splitchars)
            last, last_charset = pieces[-1]
            used = last_charset.encoded_header_len(last)
        value = self._encode_chunks(pieces, limit)
        if _embeded_header.search(value):
            raise HeaderParseError('header value appears to contain an '
                                   'embedded header: {!r}'.format(value))
        return value


def _encode_text(text, charset, errors):
    for candidate in USASCII, charset, UTF8:
        try:
            codec = candidate.output_codec or 'us-ascii'
            return text.encode(codec, errors), candidate
        except UnicodeError:
            pass
    assert False, 'utf-8 conversion failed'


def _width(ws):
    return len(ws.replace('\t', SPACE8))


class _Splitter(object):
    """Splits a line of ASCII at a character."""

    def __init__(self, char, ws, restlen):
        self.char = char
        self.ws = ws
        self.restlen = restlen
        self.eol = char if char in ';,' else ''
        self.joiner = self.eol + ' '

    def split(self, line, maxlen, lines):
        """Appends the pieces to lines; the room in the last one."""
        held = []
        length = 0
        for part in re.split(r'%s\s*' % self.char, line):
            now = length + max(0, len(held) - 1) * len(self.joiner)
            after_name = self.char == ' ' and not lines and \
                len(held) == 1 and fcre.match(held[0])
            if after_name or now + len(part) <= maxlen:
                held.append(part)
                length += len(part)
                continue
            if held:
                lines.append(self.joiner.join(held) + self.eol)
            if len(part) > maxlen and self.char != ' ':
                inner = _split_ascii(part, maxlen, self.restlen, self.ws,
                                     ' ')
                lines.extend(inner[:-1])
                held = [inner[-1]]
            else:
                held = [part]
            length = _width(self.ws) + len(held[-1])
            maxlen = self.restlen
        if held:
            lines.append(self.joiner.join(held))
        return maxlen


def _split_ascii(s, firstlen, restlen, continuation_ws, splitchars):
    lines = []
    maxlen = firstlen
    for line in s.splitlines():
        line = line.lstrip()
        chars = [c for c in splitchars if c in line]
        if len(line) < maxlen or not chars:
            lines.append(line)
            maxlen = restlen
        else:
            splitter = _Splitter(chars[0], continuation_ws, restlen)
            maxlen = splitter.split(line, maxlen, lines)
    return lines


def _binsplit(splittable, charset, maxlinelen):
    """The longest start that fits when encoded, and the rest."""
    low, high = 0, len(splittable)
    while low < high:
        middle = (low + high + 1) // 2
        encoded = charset.from_splittable(splittable[:middle], True)
        if charset.encoded_header_len(encoded) <= maxlinelen:
            low = middle
        else:
            high = middle - 1
    return (charset.from_splittable(splittable[:low], False),
            charset.from_splittable(splittable[low:], False))
