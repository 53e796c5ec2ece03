"""The East Asian encodings: the runtime converts whole strings, this adds what
reads and writes them in pieces.

The iso2022 encodings shift between character sets; a piece must begin and end
in ascii there.
"""

import codecs
from encodings._make import make

NAMES = frozenset([
    'big5', 'big5hkscs', 'cp932', 'cp949', 'cp950', 'euc_jis_2004',
    'euc_jisx0213', 'euc_jp', 'euc_kr', 'gb18030', 'gb2312', 'gbk',
    'iso2022_jp', 'iso2022_jp_2', 'iso2022_jp_3',
    'iso2022_kr', 'johab', 'shift_jis', 'shift_jis_2004', 'shift_jisx0213'])


def _decode_piece(name, input, errors):
    """Decode all but an incomplete character at the end: (text, used)."""
    parts = []
    at = 0
    while True:
        try:
            parts.append(input[at:].decode(name))
            return u''.join(parts), len(input)
        except UnicodeDecodeError, e:
            start = at + e.start
            end = at + e.end
            parts.append(input[at:start].decode(name))
            if e.reason.startswith('incomplete') and end >= len(input):
                return u''.join(parts), start
            text, at = codecs.lookup_error(errors)(
                UnicodeDecodeError(name, input, start, end, e.reason))
            parts.append(text)


def parts(name):
    """What make() returns for one of NAMES."""
    def encode(input, errors='strict'):
        return unicode(input).encode(name, errors), len(input)

    def decode(input, errors='strict', final=False):
        if final:
            return str(buffer(input)).decode(name, errors), len(input)
        return _decode_piece(name, str(buffer(input)), errors)

    return make(name, encode, decode, buffered=True)


def entry(name):
    """The CodecInfo of one of NAMES."""
    return parts(name)[5]()
