"""Punycode (RFC 3492): Unicode in the letters of host names."""

import codecs

_BASE = 36
_TMIN = 1
_TMAX = 26
_SKEW = 38
_DAMP = 700
_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789"


def _threshold(j, bias):
    """T(j, bias) of RFC 3492, section 6."""
    res = _BASE * (j + 1) - bias
    if res < _TMIN:
        return _TMIN
    if res > _TMAX:
        return _TMAX
    return res


def _adapt(delta, first, numchars):
    """The bias for the next delta: section 6.1."""
    if first:
        delta //= _DAMP
    else:
        delta //= 2
    delta += delta // numchars
    divisions = 0
    while delta > (_BASE - _TMIN) * _TMAX // 2:
        delta //= _BASE - _TMIN
        divisions += _BASE
    return divisions + _BASE * delta // (delta + _SKEW)


def _write_integer(n, bias, out):
    """Append the digits of a delta: section 3.3."""
    j = 0
    while True:
        t = _threshold(j, bias)
        if n < t:
            out.append(_DIGITS[n])
            return
        out.append(_DIGITS[t + (n - t) % (_BASE - t)])
        n = (n - t) // (_BASE - t)
        j += 1


def punycode_encode(text):
    basic = [c for c in text if ord(c) < 128]
    out = []
    codes = [ord(c) for c in text]
    done = len(basic)
    n = 128
    delta = 0
    bias = 72
    first = True
    while done < len(codes):
        m = min([c for c in codes if c >= n])
        delta += (m - n) * (done + 1)
        n = m
        for c in codes:
            if c < n:
                delta += 1
            elif c == n:
                _write_integer(delta, bias, out)
                bias = _adapt(delta, first, done + 1)
                first = False
                delta = 0
                done += 1
        delta += 1
        n += 1
    basic = u''.join(basic).encode('ascii')
    extended = ''.join(out)
    if basic:
        return basic + "-" + extended
    return extended


def _read_integer(extended, extpos, bias, errors):
    """Return (position after, delta); delta None for a bad digit let pass."""
    result = 0
    w = 1
    j = 0
    while 1:
        try:
            char = ord(extended[extpos])
        except IndexError:
            if errors == 'strict':
                raise UnicodeError("incomplete punicode string")
            return extpos + 1, None
        extpos += 1
        if 0x41 <= char <= 0x5A:
            digit = char - 0x41
        elif 0x30 <= char <= 0x39:
            digit = char - 22
        elif errors == 'strict':
            raise UnicodeError("Invalid extended code point '%s'" %
                               extended[extpos])
        else:
            return extpos, None
        t = _threshold(j, bias)
        result += digit * w
        if digit < t:
            return extpos, result
        w = w * (_BASE - t)
        j += 1


def _insert(base, extended, errors):
    char = 0x80
    pos = -1
    bias = 72
    extpos = 0
    while extpos < len(extended):
        newpos, delta = _read_integer(extended, extpos, bias, errors)
        if delta is None:
            # Something is missing, and the caller does not mind.
            return base
        pos += delta + 1
        char += pos // (len(base) + 1)
        if char > 0x10FFFF:
            if errors == "strict":
                raise UnicodeError("Invalid character U+%x" % char)
            char = ord('?')
        pos = pos % (len(base) + 1)
        base = base[:pos] + unichr(char) + base[pos:]
        bias = _adapt(delta, extpos == 0, len(base))
        extpos = newpos
    return base


def punycode_decode(text, errors):
    pos = text.rfind("-")
    if pos == -1:
        base = ""
        extended = text
    else:
        base = text[:pos]
        extended = text[pos + 1:]
    base = unicode(base, "ascii", errors)
    return _insert(base, extended.upper(), errors)


def _check_errors(errors):
    if errors not in ('strict', 'replace', 'ignore'):
        raise UnicodeError("Unsupported error handling " + errors)


class Codec(codecs.Codec):
    def encode(self, input, errors='strict'):
        return punycode_encode(input), len(input)

    def decode(self, input, errors='strict'):
        _check_errors(errors)
        return punycode_decode(input, errors), len(input)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return punycode_encode(input)


class IncrementalDecoder(codecs.IncrementalDecoder):
    def decode(self, input, final=False):
        _check_errors(self.errors)
        return punycode_decode(input, self.errors)


class StreamWriter(Codec, codecs.StreamWriter):
    pass


class StreamReader(Codec, codecs.StreamReader):
    pass


def getregentry():
    return codecs.CodecInfo(
        name='punycode', encode=Codec().encode, decode=Codec().decode,
        incrementalencoder=IncrementalEncoder,
        incrementaldecoder=IncrementalDecoder, streamwriter=StreamWriter,
        streamreader=StreamReader)
