"""base64 for headers and bodies of messages (RFC 2045 to 2047)."""
from binascii import b2a_base64, a2b_base64
from email.utils import fix_eols

__all__ = ['base64_len', 'body_decode', 'body_encode', 'decode',
           'decodestring', 'encode', 'encodestring', 'header_encode']

CRLF = '\r\n'
NL = '\n'
EMPTYSTRING = ''

# What an encoded word has around the charset and the text: =?...?b?...?=
MISC_LEN = 7


def base64_len(s):
    """The length of s in base64."""
    return (len(s) + 2) // 3 * 4


def header_encode(header, charset='iso-8859-1', keep_eols=False,
                  maxlinelen=76, eol=NL):
    """A header's text as encoded words, one a line."""
    if not header:
        return header
    if not keep_eols:
        header = fix_eols(header)
    room = (maxlinelen - len(charset) - MISC_LEN) * 3 // 4
    words = []
    for i in range(0, len(header), room):
        text = b2a_base64(header[i:i + room])[:-1]
        words.append('=?%s?b?%s?=' % (charset, text))
    return (eol + ' ').join(words)


def encode(s, binary=True, maxlinelen=76, eol=NL):
    """s in base64, in lines; newlines become CRLF first unless binary."""
    if not s:
        return s
    if not binary:
        s = fix_eols(s)
    room = maxlinelen * 3 // 4
    lines = []
    for i in range(0, len(s), room):
        text = b2a_base64(s[i:i + room])
        if eol != NL and text.endswith(NL):
            text = text[:-1] + eol
        lines.append(text)
    return EMPTYSTRING.join(lines)


body_encode = encode
encodestring = encode


def decode(s, convert_eols=None):
    """The text of base64; convert_eols: what stands for CRLF."""
    if not s:
        return s
    text = a2b_base64(s)
    if convert_eols:
        return text.replace(CRLF, convert_eols)
    return text


body_decode = decode
decodestring = decode
