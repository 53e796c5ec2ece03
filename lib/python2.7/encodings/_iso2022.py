"""Japanese encodings of seven bits (ISO 2022): escape sequences say in which
character set the bytes behind them are.

A set is the escape sequence, the bytes of a character, and two functions:
from the bytes to the character, and from the character to the bytes; both
raise UnicodeError, or give None, where there is none.
"""

from encodings import _stateful

ESCAPE = '\x1b'
_LONGEST_ESCAPE = 16


def _set_high(text):
    return ''.join([chr(ord(c) | 128) for c in text])


def _set_low(text):
    return ''.join([chr(ord(c) & 127) for c in text])


# Two brackets, where the EUC encoding has the wide ones, and characters that
# are in no set.
_BRACKETS = {'"V': u'\u2985', '"W': u'\u2986'}
_BRACKET_BYTES = {u'\u2985': '"V', u'\u2986': '"W'}
_IN_NONE = u'\u2014\uff5e\uff5f\uff60'


def _by_euc(codec, prefix):
    """A set that is in an EUC encoding, behind a byte or alone."""
    size = 2 + len(prefix)
    has_brackets = codec == 'euc_jis_2004' and not prefix

    def decode(text):
        if has_brackets and text in _BRACKETS:
            return _BRACKETS[text]
        return (prefix + _set_high(text)).decode(codec)

    def encode(char):
        if has_brackets and char in _BRACKET_BYTES:
            return _BRACKET_BYTES[char]
        if char in _IN_NONE:
            return None
        text = char.encode(codec)
        if len(text) != size or not text.startswith(prefix) or \
                text[0] in '\x8e\x8f' and not prefix:
            return None
        return _set_low(text[len(prefix):])

    return 2, decode, encode


def _ascii_decode(text):
    return text.decode('ascii')


def _ascii_encode(char):
    return str(char) if char < u'\x80' else None


def _roman_decode(text):
    return {'\\': u'\xa5', '~': u'\u203e'}.get(text) or text.decode('ascii')


def _roman_encode(char):
    return {u'\xa5': '\\', u'\u203e': '~'}.get(char)


def _kana_decode(text):
    return unichr(ord(text) + 0xff40) if '!' <= text <= '_' else None


def _kana_encode(char):
    if u'\uff61' <= char <= u'\uff9f':
        return chr(ord(char) - 0xff40)


ASCII = (ESCAPE + '(B', 1, _ascii_decode, _ascii_encode)
ROMAN = (ESCAPE + '(J', 1, _roman_decode, _roman_encode)
KANA = (ESCAPE + '(I', 1, _kana_decode, _kana_encode)
JISX0208 = (ESCAPE + '$B',) + _by_euc('euc_jp', '')
JISX0208_OLD = (ESCAPE + '$@',) + JISX0208[1:3] + (lambda char: None,)
JISX0212 = (ESCAPE + '$(D',) + _by_euc('euc_jp', '\x8f')
JISX0213_1 = (ESCAPE + '$(Q',) + _by_euc('euc_jis_2004', '')
JISX0213_2 = (ESCAPE + '$(P',) + _by_euc('euc_jis_2004', '\x8f')


def make(encoding, sets):
    """The names of the encoding's module, by its sets in the order in which
    characters are looked for."""
    by_escape = dict([(s[0], s) for s in sets])

    class Encoder(_stateful.Encoder):
        name = encoding

        def __init__(self):
            self.current = ASCII

        def put(self, char, out):
            for s in sets:
                try:
                    text = s[3](char)
                except UnicodeError:
                    text = None
                if text is not None:
                    break
            else:
                return False
            if s is not self.current:
                out.append(s[0])
                self.current = s
            out.append(text)
            return True

        def finish(self):
            if self.current is ASCII:
                return ''
            self.current = ASCII
            return ASCII[0]

    class Decoder(_stateful.Decoder):
        name = encoding

        def __init__(self):
            _stateful.Decoder.__init__(self)
            self.current = ASCII

        def escape(self, data, at):
            for n in range(1, _LONGEST_ESCAPE):
                if at + n >= len(data):
                    return n, _stateful.INCOMPLETE
                if '@' <= data[at + n] <= 'Z':
                    break
            else:
                return 1, _stateful.ILLEGAL
            found = by_escape.get(data[at:at + n + 1])
            if not found:
                return n + 1, _stateful.ILLEGAL
            self.current = found
            return n + 1

        def step(self, data, at, out):
            first = data[at]
            if first == ESCAPE:
                return self.escape(data, at)
            if first < '!':
                out.append(unicode(first))
                return 1
            size = self.current[1]
            text = data[at:at + size]
            if first >= '\x80':
                return 1, _stateful.ILLEGAL
            if len(text) < size:
                return 1, _stateful.INCOMPLETE
            try:
                char = self.current[2](text)
            except UnicodeError:
                char = None
            if char is None:
                return size, _stateful.ILLEGAL
            out.append(char)
            return size

    return _stateful.make(Encoder, Decoder)
