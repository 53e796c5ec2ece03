"""Line ends: the decoder of universal newlines, and where lines end."""

SEEN_LF, SEEN_CR, SEEN_CRLF = 1, 2, 4


def newline_names(seen):
    """What `newlines` shows for a set of kinds."""
    names = [name for kind, name in ((SEEN_CR, u'\r'), (SEEN_LF, u'\n'),
                                     (SEEN_CRLF, u'\r\n')) if seen & kind]
    if not names:
        return None
    return names[0] if len(names) == 1 else tuple(map(str, names))


def check_newline(newline, function, position):
    """The newline argument as a str or None."""
    if newline is not None and not isinstance(newline, str):
        if not isinstance(newline, unicode):
            raise TypeError('%s argument %d must be string or None, not %s'
                            % (function, position, type(newline).__name__))
        newline = newline.encode('utf-8')
    if newline not in (None, '', '\n', '\r', '\r\n'):
        raise ValueError('illegal newline value: %s' % newline)
    return newline


def line_end(text, start, newline):
    """The index behind the first line of text[start:], -1 if it has no end.

    newline: the one that counts, None where all were made "\\n", '' for any.
    """
    if newline is None or newline == '\n':
        i = text.find(u'\n', start)
        return i + 1 if i >= 0 else -1
    if newline:
        i = text.find(newline, start)
        return i + len(newline) if i >= 0 else -1
    lf = text.find(u'\n', start)
    cr = text.find(u'\r', start, lf if lf >= 0 else len(text))
    if cr < 0:
        return lf + 1 if lf >= 0 else -1
    if cr + 1 == lf:
        return lf + 1
    return cr + 1


class IncrementalNewlineDecoder(object):
    """Finds out the kinds of line ends in what a decoder gives, and with
    translate makes them "\\n".  decoder None: the input is text."""

    __module__ = '_io'

    def __init__(self, decoder, translate, errors='strict'):
        self.decoder = decoder
        self.translate = bool(translate)
        self.errors = errors
        self._seen = 0
        self._pending_cr = False

    def decode(self, input, final=False):
        """The text for one more piece of input."""
        if self.decoder is None:
            text = input
        else:
            text = self.decoder.decode(input, final=final)
        if not isinstance(text, unicode):
            raise TypeError("decoder should return a string result, not '%s'"
                            % type(text).__name__)
        if self._pending_cr and (text or final):
            text = u'\r' + text
            self._pending_cr = False
        # A "\r" at the end may be half of a "\r\n".
        if not final and text.endswith(u'\r'):
            text = text[:-1]
            self._pending_cr = True
        if u'\r' not in text:
            if self._seen & SEEN_LF == 0 and u'\n' in text:
                self._seen |= SEEN_LF
            return text
        crlf = text.count(u'\r\n')
        cr = text.count(u'\r') - crlf
        lf = text.count(u'\n') - crlf
        self._seen |= ((SEEN_LF if lf else 0) | (SEEN_CR if cr else 0) |
                       (SEEN_CRLF if crlf else 0))
        if self.translate:
            if crlf:
                text = text.replace(u'\r\n', u'\n')
            if cr:
                text = text.replace(u'\r', u'\n')
        return text

    def getstate(self):
        """(bytes not decoded yet, flags)"""
        data, flag = b'', 0
        if self.decoder is not None:
            state = self.decoder.getstate()
            if not isinstance(state, tuple) or len(state) != 2:
                raise TypeError('illegal decoder state')
            data, flag = state
        return data, long(flag << 1 | self._pending_cr)

    def setstate(self, state):
        """Goes back to a state of getstate()."""
        if not isinstance(state, tuple):
            raise TypeError('argument must be 2-item sequence, not %s'
                            % type(state).__name__)
        data, flag = state
        self._pending_cr = bool(flag & 1)
        if self.decoder is not None:
            self.decoder.setstate((data, flag >> 1))

    def reset(self):
        """Forgets what went before."""
        self._seen = 0
        self._pending_cr = False
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        return newline_names(self._seen)
