"""What kind of sound a file is, by its first bytes.

what(file) gives (type, samples a second, channels, frames or -1, bits of a
sample), or None.
"""
__all__ = ['what', 'whathdr']


def what(filename):
    """The description of a file, or None."""
    return whathdr(filename)


def whathdr(filename):
    f = open(filename, 'rb')
    head = f.read(512)
    for test in tests:
        found = test(head, f)
        if found:
            return found
    return None


def get_long_be(s):
    return (ord(s[0]) << 24) | (ord(s[1]) << 16) | (ord(s[2]) << 8) | \
        ord(s[3])


def get_long_le(s):
    return (ord(s[3]) << 24) | (ord(s[2]) << 16) | (ord(s[1]) << 8) | \
        ord(s[0])


def get_short_be(s):
    return (ord(s[0]) << 8) | ord(s[1])


def get_short_le(s):
    return (ord(s[1]) << 8) | ord(s[0])


def test_aifc(h, f):
    if h[:4] != 'FORM' or h[8:12] not in ('AIFC', 'AIFF'):
        return None
    import aifc
    f.seek(0)
    try:
        a = aifc.openfp(f, 'r')
    except (EOFError, aifc.Error):
        return None
    return (h[8:12].lower(), a.getframerate(), a.getnchannels(),
            a.getnframes(), 8 * a.getsampwidth())


def test_au(h, f):
    if h[:4] == '.snd':
        number = get_long_be
    elif h[:4] in ('\0ds.', 'dns.'):
        number = get_long_le
    else:
        return None
    size, encoding, rate, channels = [number(h[i:i + 4])
                                      for i in (8, 12, 16, 20)]
    bits = {1: 'U', 2: 8, 3: 16}.get(encoding, '?')
    width = 2 if encoding == 3 else 1
    return 'au', rate, channels, size // (width * channels), bits


def test_hcom(h, f):
    if h[65:69] != 'FSSD' or h[128:132] != 'HCOM':
        return None
    return 'hcom', 22050 // get_long_be(h[144:148]), 1, -1, 8


def test_voc(h, f):
    if h[:20] != 'Creative Voice File\032':
        return None
    start = get_short_le(h[20:22])
    rate = 0
    if start < 500 and h[start] == '\1':
        rate = int(1000000.0 / (256 - ord(h[start + 4])))
    return 'voc', rate, 1, -1, 8


def test_wav(h, f):
    if h[:4] != 'RIFF' or h[8:16] != 'WAVEfmt ':
        return None
    return ('wav', get_long_le(h[24:28]), get_short_le(h[22:24]), -1,
            get_short_le(h[34:36]))


def test_8svx(h, f):
    if h[:4] != 'FORM' or h[8:12] != '8SVX':
        return None
    return '8svx', 0, 1, 0, 8


def test_sndt(h, f):
    if h[:5] != 'SOUND':
        return None
    return 'sndt', get_short_le(h[20:22]), 1, get_long_le(h[8:12]), 8


def test_sndr(h, f):
    if h[:2] != '\0\0':
        return None
    rate = get_short_le(h[2:4])
    if 4000 <= rate <= 25000:
        return 'sndr', rate, 1, -1, 8
    return None


tests = [test_aifc, test_au, test_hcom, test_voc, test_wav, test_8svx,
         test_sndt, test_sndr]
