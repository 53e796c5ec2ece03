"""The codec hz (RFC 1843): ascii, and GB 2312 in seven bits between ~{ and ~}."""

from encodings import _stateful


class _Encoder(_stateful.Encoder):
    name = 'hz'

    def __init__(self):
        self.in_gb = False

    def put(self, char, out):
        if char < u'\x80':
            if self.in_gb:
                out.append('~}')
                self.in_gb = False
            out.append('~~' if char == u'~' else str(char))
            return True
        try:
            pair = char.encode('gb2312')
        except UnicodeEncodeError:
            return False
        if not self.in_gb:
            out.append('~{')
            self.in_gb = True
        out.append(chr(ord(pair[0]) & 127) + chr(ord(pair[1]) & 127))
        return True

    def finish(self):
        if not self.in_gb:
            return ''
        self.in_gb = False
        return '~}'


class _Decoder(_stateful.Decoder):
    name = 'hz'

    def __init__(self):
        _stateful.Decoder.__init__(self)
        self.in_gb = False

    def step(self, data, at, out):
        first = data[at]
        pair = data[at:at + 2]
        if first == '~':
            if len(pair) < 2:
                return 1, _stateful.INCOMPLETE
            if pair == '~\n' and not self.in_gb:
                return 2
            if pair == '~~' and not self.in_gb:
                out.append(u'~')
                return 2
            if pair == ('~}' if self.in_gb else '~{'):
                self.in_gb = not self.in_gb
                return 2
            return 2, _stateful.ILLEGAL
        if first >= '\x80':
            return 1, _stateful.ILLEGAL
        if not self.in_gb:
            out.append(unicode(first))
            return 1
        if len(pair) < 2:
            return 1, _stateful.INCOMPLETE
        try:
            out.append((chr(ord(first) | 128) +
                        chr(ord(pair[1]) | 128)).decode('gb2312'))
        except UnicodeDecodeError:
            return 2, _stateful.ILLEGAL
        return 2


(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = _stateful.make(_Encoder, _Decoder)
