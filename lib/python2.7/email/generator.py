"""Messages as text."""
import random
import re
import sys
import time
from cStringIO import StringIO

from email.header import Header

__all__ = ['Generator', 'DecodedGenerator']

UNDERSCORE = '_'
NL = '\n'

fcre = re.compile(r'^From ', re.MULTILINE)


def _is8bitstring(s):
    if not isinstance(s, str):
        return False
    try:
        unicode(s, 'us-ascii')
    except UnicodeError:
        return True
    return False


class Generator:
    """Writes messages to a file.  mangle_from_: lines that begin with "From "
    get a > before that; maxheaderlen: the length of header lines, 0 leaves
    them as they are."""

    def __init__(self, outfp, mangle_from_=True, maxheaderlen=78):
        self._fp = outfp
        self._mangle_from_ = mangle_from_
        self._maxheaderlen = maxheaderlen

    def write(self, s):
        self._fp.write(s)

    def flatten(self, msg, unixfrom=False):
        """Writes a message; unixfrom: with a line "From ..." before it."""
        if unixfrom:
            line = msg.get_unixfrom()
            if not line:
                line = 'From nobody ' + time.ctime(time.time())
            print >>self._fp, line
        self._write(msg)

    def clone(self, fp):
        """A generator with the same settings for another file."""
        return self.__class__(fp, self._mangle_from_, self._maxheaderlen)

    def _write(self, msg):
        # The body first: writing it may make up a boundary.
        out = self._fp
        try:
            self._fp = body = StringIO()
            self._dispatch(msg)
        finally:
            self._fp = out
        own = getattr(msg, '_write_headers', None)
        if own is None:
            self._write_headers(msg)
        else:
            own(self)
        self._fp.write(body.getvalue())

    def _dispatch(self, msg):
        """Calls _handle_TYPE_SUBTYPE, _handle_TYPE or _writeBody."""
        kind = msg.get_content_maintype()
        both = UNDERSCORE.join((kind, msg.get_content_subtype()))
        for name in both, kind:
            method = getattr(self, '_handle_' + name.replace('-', '_'), None)
            if method is not None:
                break
        else:
            method = self._writeBody
        method(msg)

    def _header_text(self, name, value):
        if self._maxheaderlen == 0:
            return value
        if isinstance(value, Header):
            return value.encode()
        if _is8bitstring(value):
            return value
        return Header(value, maxlinelen=self._maxheaderlen,
                      header_name=name).encode()

    def _write_headers(self, msg):
        for name, value in msg.items():
            print >>self._fp, '%s:' % name,
            print >>self._fp, self._header_text(name, value)
        print >>self._fp

    def _mangled(self, text):
        return fcre.sub('>From ', text) if self._mangle_from_ else text

    def _handle_text(self, msg):
        payload = msg.get_payload()
        if payload is None:
            return
        if not isinstance(payload, basestring):
            raise TypeError('string payload expected: %s' % type(payload))
        self._fp.write(self._mangled(payload))

    _writeBody = _handle_text

    def _text_of(self, part):
        out = StringIO()
        self.clone(out).flatten(part, unixfrom=False)
        return out.getvalue()

    def _handle_multipart(self, msg):
        parts = msg.get_payload()
        if isinstance(parts, basestring):
            # A multipart that could not be parsed.
            self._fp.write(parts)
            return
        if parts is None:
            parts = []
        elif not isinstance(parts, list):
            parts = [parts]
        texts = [self._text_of(part) for part in parts]
        boundary = msg.get_boundary()
        if not boundary:
            boundary = _make_boundary(NL.join(texts))
            msg.set_boundary(boundary)
        if msg.preamble is not None:
            print >>self._fp, self._mangled(msg.preamble)
        self._fp.write('--' + boundary + NL)
        self._fp.write(('\n--' + boundary + NL).join(texts))
        self._fp.write('\n--' + boundary + '--' + NL)
        if msg.epilogue is not None:
            self._fp.write(self._mangled(msg.epilogue))

    def _handle_multipart_signed(self, msg):
        # The signature holds for the headers as they are.
        length = self._maxheaderlen
        self._maxheaderlen = 0
        try:
            self._handle_multipart(msg)
        finally:
            self._maxheaderlen = length

    def _handle_message_delivery_status(self, msg):
        """Blocks of headers with blank lines between them."""
        blocks = []
        for part in msg.get_payload():
            text = self._text_of(part)
            blocks.append(text[:-1] if text.endswith(NL) else text)
        self._fp.write(NL.join(blocks))

    def _handle_message(self, msg):
        payload = msg.get_payload()
        if isinstance(payload, list):
            payload = self._text_of(msg.get_payload(0))
        self._fp.write(payload)


_FMT = '[Non-text (%(type)s) part of message omitted, filename %(filename)s]'


class DecodedGenerator(Generator):
    """Writes the parts that are text, decoded, and fmt for all others; it may
    use type, maintype, subtype, filename, description and encoding."""

    def __init__(self, outfp, mangle_from_=True, maxheaderlen=78, fmt=None):
        Generator.__init__(self, outfp, mangle_from_, maxheaderlen)
        self._fmt = _FMT if fmt is None else fmt

    def _dispatch(self, msg):
        for part in msg.walk():
            kind = part.get_content_maintype()
            if kind == 'text':
                print >>self, part.get_payload(decode=True)
            elif kind != 'multipart':
                print >>self, self._fmt % {
                    'type': part.get_content_type(),
                    'maintype': kind,
                    'subtype': part.get_content_subtype(),
                    'filename': part.get_filename('[no filename]'),
                    'description': part.get('Content-Description',
                                            '[no description]'),
                    'encoding': part.get('Content-Transfer-Encoding',
                                         '[no encoding]')}


_width = len(repr(sys.maxint - 1))
_fmt = '%%0%dd' % _width


def _make_boundary(text=None):
    """A boundary that does not occur in text."""
    start = boundary = '=' * 15 + _fmt % random.randrange(sys.maxint) + '=='
    n = 0
    while text is not None and re.search(
            '^--' + re.escape(boundary) + '(--)?$', text, re.MULTILINE):
        boundary = '%s.%d' % (start, n)
        n += 1
    return boundary
