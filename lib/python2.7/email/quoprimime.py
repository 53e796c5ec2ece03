"""Quoted-printable for headers and bodies of messages (RFC 2045 to 2047)."""
import re
from email.utils import fix_eols

__all__ = ['body_decode', 'body_encode', 'body_quopri_check',
           'body_quopri_len', 'decode', 'decodestring', 'encode',
           'encodestring', 'header_decode', 'header_encode',
           'header_quopri_check', 'header_quopri_len', 'quote', 'unquote']

CRLF = '\r\n'
NL = '\n'

# What an encoded word has around the charset and the text: =?...?q?...?=
MISC_LEN = 7

# What is quoted in headers, and in bodies.
hqre = re.compile(r'[^-a-zA-Z0-9!*+/ ]')
bqre = re.compile(r'[^ !-<>-~\t]')


def header_quopri_check(c):
    """Is a character quoted in headers?"""
    return bool(hqre.match(c))


def body_quopri_check(c):
    """Is a character quoted in bodies?"""
    return bool(bqre.match(c))


def header_quopri_len(s):
    """The length of a header's text when quoted."""
    return len(s) + 2 * len(hqre.findall(s))


def body_quopri_len(str):
    """The length of a body's text when quoted, without line breaks."""
    return len(str) + 2 * len(bqre.findall(str))


def _max_append(L, s, maxlen, extra=''):
    """Appends s to the list's last item, with extra between them, or to the
    list if the item would become too long."""
    if not L:
        L.append(s.lstrip())
    elif len(L[-1]) + len(s) <= maxlen:
        L[-1] += extra + s
    else:
        L.append(s.lstrip())


def unquote(s):
    """The character that =XX stands for."""
    return chr(int(s[1:3], 16))


def quote(c):
    return '=%02X' % ord(c)


def header_encode(header, charset='iso-8859-1', keep_eols=False,
                  maxlinelen=76, eol=NL):
    """A header's text as encoded words, one a line; maxlinelen None: all in
    one."""
    if not header:
        return header
    if not keep_eols:
        header = fix_eols(header)
    room = 100000
    if maxlinelen is not None:
        room = maxlinelen - len(charset) - MISC_LEN - 1
    words = []
    for c in header:
        if c == ' ':
            c = '_'
        elif hqre.match(c):
            c = quote(c)
        _max_append(words, c, room)
    return (eol + ' ').join(['=?%s?q?%s?=' % (charset, w) for w in words])


def _quote_line(line, last, maxlinelen, eol):
    """A line without its end, quoted, with soft line breaks."""
    out = []
    text = ''
    for i, c in enumerate(line):
        if bqre.match(c):
            c = quote(c)
        elif i + 1 == len(line):
            # It fits, or the soft break after a blank makes it fit.
            if c not in ' \t':
                text += c
            continue
        if len(text) + len(c) >= maxlinelen:
            out.append(text + '=' + eol)
            text = ''
        text += c
    if line[-1:] in (' ', '\t'):
        blank = line[-1]
        if not last:
            text += blank + '=' + eol
        else:
            blank = quote(blank)
            if len(text) + len(blank) > maxlinelen:
                text += '=' + eol
            text += blank
    out.append(text)
    return ''.join(out)


def encode(body, binary=False, maxlinelen=76, eol=NL):
    """body quoted, in lines of at most maxlinelen; newlines become eol."""
    if not body:
        return body
    if not binary:
        body = fix_eols(body)
    lines = body.splitlines(True)
    out = []
    for i, line in enumerate(lines):
        text = line
        if text.endswith(CRLF):
            text = text[:-2]
        elif text[-1] in CRLF:
            text = text[:-1]
        out.append(_quote_line(text, i + 1 == len(lines), maxlinelen, eol))
        if len(text) < len(line):
            out.append(eol)
    return ''.join(out)


body_encode = encode
encodestring = encode

_HEX = re.compile('=[0-9a-fA-F]{2}')


def _unquote_match(match):
    return unquote(match.group(0))


def decode(encoded, eol=NL):
    """The text of quoted-printable; lines end with eol."""
    if not encoded:
        return encoded
    out = []
    for line in encoded.splitlines():
        line = line.rstrip()
        if not line:
            out.append(eol)
            continue
        soft = line.endswith('=')
        if soft:
            line = line[:-1]
        out.append(_HEX.sub(_unquote_match, line))
        if not soft:
            out.append(eol)
    text = ''.join(out)
    # The last line's end is one only if there was one.
    if not encoded.endswith(NL) and text.endswith(eol):
        text = text[:-1]
    return text


body_decode = decode
decodestring = decode


def header_decode(s):
    """The text of an encoded word."""
    return _HEX.sub(_unquote_match, s.replace('_', ' '))
