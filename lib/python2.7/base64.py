"""Base 16, 32 and 64 (RFC 3548)."""

import binascii

__all__ = ['encode', 'decode', 'encodestring', 'decodestring', 'b64encode',
           'b64decode', 'b32encode', 'b32decode', 'b16encode', 'b16decode',
           'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode',
           'urlsafe_b64decode']

EMPTYSTRING = ''
MAXLINESIZE = 76
MAXBINSIZE = (MAXLINESIZE // 4) * 3

_identity = ''.join(map(chr, range(256)))


def _table(source, target):
    chars = list(_identity)
    for i in range(len(source)):
        chars[ord(source[i])] = target[i]
    return ''.join(chars)


def _translate(s, altchars):
    """Replace the characters that a dict has."""
    for source in altchars:
        s = s.replace(source, altchars[source])
    return s


def b64encode(s, altchars=None):
    """Encode; altchars stand for '+' and '/'."""
    encoded = binascii.b2a_base64(s)[:-1]
    if altchars is not None:
        return encoded.translate(_table('+/', altchars[:2]))
    return encoded


def b64decode(s, altchars=None):
    """Decode; what is not in the alphabet is left out."""
    if altchars is not None:
        s = s.translate(_table(altchars[:2], '+/'))
    try:
        return binascii.a2b_base64(s)
    except binascii.Error, msg:
        raise TypeError(msg)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


_urlsafe_encode_translation = _table('+/', '-_')
_urlsafe_decode_translation = _table('-_', '+/')


def urlsafe_b64encode(s):
    """Encode with '-' and '_' for '+' and '/'."""
    return b64encode(s).translate(_urlsafe_encode_translation)


def urlsafe_b64decode(s):
    return b64decode(s.translate(_urlsafe_decode_translation))


_B32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_b32alphabet = dict(enumerate(_B32))
_b32rev = dict([(c, i) for i, c in enumerate(_B32)])


def b32encode(s):
    """Encode: five bytes become eight characters."""
    parts = []
    s = str(s)
    leftover = len(s) % 5
    if leftover:
        s += '\0' * (5 - leftover)
    for i in range(0, len(s), 5):
        n = 0
        for c in s[i:i + 5]:
            n = (n << 8) | ord(c)
        for shift in (35, 30, 25, 20, 15, 10, 5, 0):
            parts.append(_B32[(n >> shift) & 31])
    encoded = EMPTYSTRING.join(parts)
    if leftover == 1:
        return encoded[:-6] + '======'
    if leftover == 2:
        return encoded[:-4] + '===='
    if leftover == 3:
        return encoded[:-3] + '==='
    if leftover == 4:
        return encoded[:-1] + '='
    return encoded


def b32decode(s, casefold=False, map01=None):
    """Decode; map01 is the letter, I or L, that the digit 1 stands for."""
    if len(s) % 8:
        raise TypeError('Incorrect padding')
    # The digit 0 can only be meant as the letter O.
    if map01:
        s = s.replace('0', 'O').replace('1', map01)
    if casefold:
        s = s.upper()
    bare = s.rstrip('=')
    padchars = len(s) - len(bare)
    parts = []
    acc = 0
    count = 0
    for c in bare:
        val = _b32rev.get(c)
        if val is None:
            raise TypeError('Non-base32 digit found')
        acc = (acc << 5) | val
        count += 1
        if count == 8:
            parts.append(_five_bytes(acc))
            acc = 0
            count = 0
    last = _five_bytes(acc << (5 * padchars))
    if padchars == 0:
        last = ''
    elif padchars == 1:
        last = last[:-1]
    elif padchars == 3:
        last = last[:-2]
    elif padchars == 4:
        last = last[:-3]
    elif padchars == 6:
        last = last[:-4]
    else:
        raise TypeError('Incorrect padding')
    parts.append(last)
    return EMPTYSTRING.join(parts)


def _five_bytes(n):
    return binascii.unhexlify('%010x' % n)


def b16encode(s):
    """Encode: each byte becomes two digits, letters in upper case."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    if casefold:
        s = s.upper()
    for c in str(s):
        if not ('0' <= c <= '9' or 'A' <= c <= 'F'):
            raise TypeError('Non-base16 digit found')
    return binascii.unhexlify(s)


def encode(input, output):
    """Encode a file to another, in lines."""
    while True:
        s = input.read(MAXBINSIZE)
        if not s:
            break
        while len(s) < MAXBINSIZE:
            ns = input.read(MAXBINSIZE - len(s))
            if not ns:
                break
            s += ns
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    while True:
        line = input.readline()
        if not line:
            break
        output.write(binascii.a2b_base64(line))


def encodestring(s):
    """Encode in lines of 76 characters."""
    pieces = []
    for i in range(0, len(s), MAXBINSIZE):
        pieces.append(binascii.b2a_base64(s[i:i + MAXBINSIZE]))
    return "".join(pieces)


def decodestring(s):
    return binascii.a2b_base64(s)


def test():
    """Encode or decode a file, as the options -e, -d, -u say."""
    import sys
    import getopt
    try:
        opts, args = getopt.getopt(sys.argv[1:], 'deut')
    except getopt.error, msg:
        sys.stdout = sys.stderr
        print msg
        print """usage: %s [-d|-e|-u|-t] [file|-]
        -d, -u: decode
        -e: encode (default)
        -t: encode and decode string 'Aladdin:open sesame'""" % sys.argv[0]
        sys.exit(2)
    func = encode
    for o, a in opts:
        if o == '-e':
            func = encode
        if o in ('-d', '-u'):
            func = decode
        if o == '-t':
            test1()
            return
    if args and args[0] != '-':
        with open(args[0], 'rb') as f:
            func(f, sys.stdout)
    else:
        func(sys.stdin, sys.stdout)


def test1():
    s0 = "Aladdin:open sesame"
    s1 = encodestring(s0)
    s2 = decodestring(s1)
    print s0, repr(s1), s2


if __name__ == '__main__':
    test()
