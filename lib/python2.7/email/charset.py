"""Character sets: how mail encodes texts in them."""
import codecs

import email.base64mime
import email.quoprimime
from email import errors
from email.encoders import encode_7or8bit

__all__ = ['Charset', 'add_alias', 'add_charset', 'add_codec']

QP = 1
BASE64 = 2
SHORTEST = 3  # the shorter one; of headers only

# What an encoded word has around charset and text.
MISC_LEN = 7
DEFAULT_CHARSET = 'us-ascii'

# name: (encoding of headers, of bodies, character set for output)
CHARSETS = {
    'us-ascii': (None, None, None),
    'viscii': (QP, QP, None),
    'windows-1252': (QP, QP, None),
    'big5': (BASE64, BASE64, None),
    'gb2312': (BASE64, BASE64, None),
    'koi8-r': (BASE64, BASE64, None),
    # Japanese mail is in ISO-2022-JP, whose bodies need no encoding.
    'euc-jp': (BASE64, None, 'iso-2022-jp'),
    'shift_jis': (BASE64, None, 'iso-2022-jp'),
    'iso-2022-jp': (BASE64, None, None),
    'utf-8': (SHORTEST, BASE64, 'utf-8'),
    # Not a character set: bytes that nothing is known of.
    '8bit': (None, BASE64, 'utf-8'),
}
for _n in (1, 2, 3, 4, 9, 10, 13, 14, 15, 16):
    CHARSETS['iso-8859-%d' % _n] = (QP, QP, None)

ALIASES = {'cp949': 'ks_c_5601-1987', 'euc_jp': 'euc-jp',
           'euc_kr': 'euc-kr', 'ascii': 'us-ascii'}
for _n, _iso in enumerate((1, 2, 3, 4, 9, 10, 13, 14, 15, 16)):
    ALIASES['latin_%d' % (_n + 1)] = 'iso-8859-%d' % _iso
    ALIASES['latin-%d' % (_n + 1)] = 'iso-8859-%d' % _iso
del _n, _iso

# Codecs whose names are others than the character sets'.
CODEC_MAP = {'gb2312': 'eucgb2312_cn', 'big5': 'big5_tw', 'us-ascii': None}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    """Says how texts in a character set are encoded."""
    if body_enc == SHORTEST:
        raise ValueError('SHORTEST not allowed for body_enc')
    CHARSETS[charset] = (header_enc, body_enc, output_charset)


def add_alias(alias, canonical):
    """Another name for a character set."""
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    """The codec for a character set."""
    CODEC_MAP[charset] = codecname


class Charset:
    """A character set as mail uses it: input_charset, its name;
    output_charset, the one that is written; header_encoding and
    body_encoding; input_codec and output_codec, names of codecs or None."""

    def __init__(self, input_charset=DEFAULT_CHARSET):
        try:
            if isinstance(input_charset, unicode):
                name = input_charset.encode('ascii')
            else:
                name = unicode(input_charset, 'ascii').encode('ascii')
        except UnicodeError:
            raise errors.CharsetError(input_charset)
        name = name.lower()
        if name not in ALIASES and name not in CHARSETS:
            try:
                name = codecs.lookup(name).name
            except LookupError:
                pass
        self.input_charset = name = ALIASES.get(name, name)
        header, body, output = CHARSETS.get(name, (SHORTEST, BASE64, None))
        output = output or name
        self.header_encoding = header
        self.body_encoding = body
        self.output_charset = output = ALIASES.get(output, output)
        self.input_codec = CODEC_MAP.get(name, name)
        self.output_codec = CODEC_MAP.get(output, output)

    def __str__(self):
        return self.input_charset.lower()

    __repr__ = __str__

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def __ne__(self, other):
        return not self == other

    def get_body_encoding(self):
        """The Content-Transfer-Encoding of bodies, or a function that sets
        that header of a message."""
        assert self.body_encoding != SHORTEST
        if self.body_encoding == QP:
            return 'quoted-printable'
        if self.body_encoding == BASE64:
            return 'base64'
        return encode_7or8bit

    def convert(self, s):
        """s from the input to the output character set."""
        if self.input_codec == self.output_codec:
            return s
        return unicode(s, self.input_codec).encode(self.output_codec)

    def to_splittable(self, s):
        """s in a form that has whole characters: unicode where that is
        possible."""
        if self.input_codec is None or isinstance(s, unicode):
            return s
        try:
            return unicode(s, self.input_codec, 'replace')
        except LookupError:
            return s

    def from_splittable(self, ustr, to_output=True):
        """The way back; to_output: in the output character set."""
        codec = self.output_codec if to_output else self.input_codec
        if codec is None or not isinstance(ustr, unicode):
            return ustr
        try:
            return ustr.encode(codec, 'replace')
        except LookupError:
            return ustr

    def get_output_charset(self):
        return self.output_charset or self.input_charset

    def _header_encoding_of(self, s):
        """(QP, BASE64 or None; length of s in that)"""
        base64 = email.base64mime.base64_len(s)
        quoted = email.quoprimime.header_quopri_len(s)
        if self.header_encoding == BASE64 or \
                (self.header_encoding == SHORTEST and base64 < quoted):
            return BASE64, base64
        if self.header_encoding in (QP, SHORTEST):
            return QP, quoted
        return None, len(s)

    def encoded_header_len(self, s):
        """The length of s when encoded for a header."""
        kind, length = self._header_encoding_of(s)
        if kind is None:
            return length
        return length + len(self.get_output_charset()) + MISC_LEN

    def header_encode(self, s, convert=False):
        """s as an encoded word."""
        if convert:
            s = self.convert(s)
        name = self.get_output_charset()
        kind, _ = self._header_encoding_of(s)
        if kind == BASE64:
            return email.base64mime.header_encode(s, name)
        if kind == QP:
            return email.quoprimime.header_encode(s, name, maxlinelen=None)
        return s

    def body_encode(self, s, convert=True):
        """s encoded for a body."""
        if convert:
            s = self.convert(s)
        if self.body_encoding is BASE64:
            return email.base64mime.body_encode(s)
        if self.body_encoding is QP:
            return email.quoprimime.body_encode(s)
        return s
