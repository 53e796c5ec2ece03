"""The codec uu: bytes to bytes, uuencoded."""

import binascii
from encodings._make import make


def uu_encode(input, errors='strict', filename='<data>', mode=0666):
    assert errors == 'strict'
    input = str(input)
    # Line ends in a name would end the header.
    filename = filename.replace('\n', '\\n').replace('\r', '\\r')
    lines = ['begin %o %s\n' % (mode & 0777, filename)]
    for i in range(0, len(input), 45):
        lines.append(binascii.b2a_uu(input[i:i + 45]))
    lines.append(' \nend\n')
    return (''.join(lines), len(input))


def uu_decode(input, errors='strict'):
    assert errors == 'strict'
    lines = iter(str(input).splitlines(True))
    for s in lines:
        if s[:5] == 'begin':
            break
    else:
        raise ValueError('Missing "begin" line in input data')
    parts = []
    for s in lines:
        if s == 'end\n':
            break
        try:
            parts.append(binascii.a2b_uu(s))
        except binascii.Error:
            # Some encoders write a line too long; what it says first is right.
            nbytes = (((ord(s[0]) - 32) & 63) * 4 + 5) // 3
            parts.append(binascii.a2b_uu(s[:nbytes]))
    else:
        raise ValueError('Truncated input data')
    return (''.join(parts), len(input))


(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('uu', uu_encode, uu_decode, is_text=False)
