"""A parser of messages that takes them in pieces and never fails: what is
wrong goes into the message's defects.

The pieces are collected as lines, and parsed from the top down when there are
no more: a part ends where a line matches the boundary of a message around it,
which readline() then shows as the end of the file.
"""
import re

from email import errors
from email import message

__all__ = ['FeedParser']

NLCRE = re.compile('\r\n|\r|\n')
NLCRE_bol = re.compile('(\r\n|\r|\n)')
NLCRE_eol = re.compile('(\r\n|\r|\n)\\Z')
NLCRE_crack = NLCRE_bol

# A line of the headers: "From ...", a name with a colon, or a continuation.
headerRE = re.compile(r'^(From |[\041-\071\073-\176]{1,}:|[\t ])')
EMPTYSTRING = ''
NL = '\n'

NeedMoreData = object()


class BufferedSubFile(object):
    """Lines that are pushed in pieces.  readline() gives NeedMoreData before
    close() when there is no whole line, and '' at the end and where one of
    the matchers on the stack matches."""

    def __init__(self):
        self._partial = []  # of a line
        self._lines = []    # the next line last
        self._eofstack = []
        self._closed = False

    def push_eof_matcher(self, pred):
        self._eofstack.append(pred)

    def pop_eof_matcher(self):
        return self._eofstack.pop()

    def close(self):
        rest = ''.join(self._partial)
        self._partial = []
        self.pushlines(rest.splitlines(True))
        self._closed = True

    def readline(self):
        if not self._lines:
            return '' if self._closed else NeedMoreData
        line = self._lines.pop()
        for i in xrange(len(self._eofstack) - 1, -1, -1):
            if self._eofstack[i](line):
                self._lines.append(line)
                return ''
        return line

    def unreadline(self, line):
        assert line is not NeedMoreData
        self._lines.append(line)

    def push(self, data):
        """Takes in a piece; a \\r at its end may be half of a \\r\\n."""
        parts = data.splitlines(True)
        if not parts or not parts[0].endswith(('\n', '\r')):
            self._partial.extend(parts)
            return
        if self._partial:
            self._partial.append(parts[0])
            parts[:1] = ''.join(self._partial).splitlines(True)
            self._partial = []
        if not parts[-1].endswith('\n'):
            self._partial = [parts.pop()]
        self.pushlines(parts)

    def pushlines(self, lines):
        self._lines[:0] = lines[::-1]

    def is_closed(self):
        return self._closed

    def __iter__(self):
        return self

    def next(self):
        line = self.readline()
        if line == '':
            raise StopIteration
        return line

    def _rest(self):
        """All lines up to the end."""
        lines = []
        line = self.readline()
        while line != '':
            lines.append(line)
            line = self.readline()
        return lines


def _without_eol(text):
    m = NLCRE_eol.search(text)
    return text[:m.start()] if m else text


class FeedParser:
    """feed() pieces, then close() for the message."""

    def __init__(self, _factory=message.Message):
        self._factory = _factory
        self._input = BufferedSubFile()
        self._msgstack = []
        self._cur = None   # the message at the top of the stack
        self._last = None  # the one that was begun last
        self._headersonly = False
        self._pieces = []

    def _set_headersonly(self):
        self._headersonly = True

    def feed(self, data):
        """Takes in a piece."""
        self._pieces.append(data)

    def close(self):
        """The message."""
        self._input.push(EMPTYSTRING.join(self._pieces))
        self._pieces = []
        self._input.close()
        self._parse_message()
        root = self._pop_message()
        assert not self._msgstack
        if root.get_content_maintype() == 'multipart' and \
                not root.is_multipart():
            root.defects.append(errors.MultipartInvariantViolationDefect())
        return root

    def _new_message(self):
        msg = self._factory()
        if self._cur and self._cur.get_content_type() == 'multipart/digest':
            msg.set_default_type('message/rfc822')
        if self._msgstack:
            self._msgstack[-1].attach(msg)
        self._msgstack.append(msg)
        self._cur = self._last = msg

    def _pop_message(self):
        msg = self._msgstack.pop()
        self._cur = self._msgstack[-1] if self._msgstack else None
        return msg

    def _parse_message(self):
        """Parses a message up to the end; it is left on the stack."""
        self._new_message()
        self._parse_headers(self._header_lines())
        kind = self._cur.get_content_maintype()
        if self._headersonly:
            self._take_rest()
        elif self._cur.get_content_type() == 'message/delivery-status':
            self._parse_delivery_status()
        elif kind == 'message':
            self._parse_message()
            self._pop_message()
        elif kind == 'multipart':
            self._parse_multipart()
        else:
            self._take_rest()

    def _take_rest(self):
        self._cur.set_payload(EMPTYSTRING.join(self._input._rest()))

    def _header_lines(self):
        lines = []
        for line in self._input:
            if not headerRE.match(line):
                # A blank line ends the headers, any other is the body's.
                if not NLCRE.match(line):
                    self._input.unreadline(line)
                break
            lines.append(line)
        return lines

    def _parse_headers(self, lines):
        name, value = None, []
        for number, line in enumerate(lines):
            if line[0] in ' \t':
                if name:
                    value.append(line)
                else:
                    self._defect(
                        errors.FirstHeaderLineIsContinuationDefect(line))
                continue
            if name:
                text = EMPTYSTRING.join(value)[:-1].rstrip('\r\n')
                self._cur[name] = text
                name = None
            if line.startswith('From '):
                if number == 0:
                    self._cur.set_unixfrom(_without_eol(line))
                elif number == len(lines) - 1:
                    # Behind a header without a body: the next message?
                    self._input.unreadline(line)
                    return
                else:
                    self._defect(errors.MisplacedEnvelopeHeaderDefect(line))
                continue
            name, colon, text = line.partition(':')
            if not colon:
                self._defect(errors.MalformedHeaderDefect(line))
                name = None
                continue
            value = [text.lstrip()]
        if name:
            self._cur[name] = EMPTYSTRING.join(value).rstrip('\r\n')

    def _defect(self, defect):
        self._cur.defects.append(defect)

    def _parse_delivery_status(self):
        """Blocks of headers, with blank lines between them: each block is a
        message without a body."""
        while True:
            self._input.push_eof_matcher(NLCRE.match)
            self._parse_message()
            self._pop_message()
            self._input.pop_eof_matcher()
            self._input.readline()  # the blank line
            line = self._input.readline()
            if line == '':
                return
            self._input.unreadline(line)

    def _parse_multipart(self):
        boundary = self._cur.get_boundary()
        if boundary is None:
            self._defect(errors.NoBoundaryInMultipartDefect())
            self._take_rest()
            return
        match = re.compile(
            '(?P<sep>' + re.escape('--' + boundary) +
            r')(?P<end>--)?(?P<ws>[ \t]*)(?P<linesep>\r\n|\r|\n)?$').match
        preamble = []
        m = self._skip_to(match, preamble)
        if m is None or (m.group('end')):
            # No part at all.
            self._defect(errors.StartBoundaryNotFoundDefect())
            self._cur.set_payload(EMPTYSTRING.join(preamble))
            self._input._rest()
            self._cur.epilogue = EMPTYSTRING
            return
        if preamble:
            preamble[-1] = _without_eol(preamble[-1])
            self._cur.preamble = EMPTYSTRING.join(preamble)
        end = self._parse_parts(match)
        self._cur.epilogue = self._epilogue(end)

    def _skip_to(self, match, skipped):
        """The match of the next boundary, None at the end."""
        for line in self._input:
            m = match(line)
            if m:
                return m
            skipped.append(line)
        return None

    def _parse_parts(self, match):
        """Parses parts, the first boundary having been read; the match of
        the last boundary, None where the input ends."""
        while True:
            # Boundaries that follow each other count as one.
            line = self._input.readline()
            while line and match(line):
                line = self._input.readline()
            self._input.unreadline(line)
            self._input.push_eof_matcher(match)
            self._parse_message()
            self._end_of_part()
            self._input.pop_eof_matcher()
            self._pop_message()
            self._last = self._cur
            line = self._input.readline()
            m = match(line) if line else None
            if m is None or m.group('end'):
                return m

    def _end_of_part(self):
        """The newline before a boundary belongs to that."""
        last = self._last
        if last.get_content_maintype() == 'multipart':
            if last.epilogue == '':
                last.epilogue = None
            elif last.epilogue is not None:
                last.epilogue = _without_eol(last.epilogue)
            return
        payload = last.get_payload()
        if isinstance(payload, basestring) and NLCRE_eol.search(payload):
            last.set_payload(_without_eol(payload))

    def _epilogue(self, end):
        lines = self._input._rest()
        if end is not None and end.group('linesep'):
            # The newline behind the last boundary is no epilogue's start.
            lines.insert(0, '')
        if lines:
            m = NLCRE_bol.match(lines[0])
            if m:
                lines[0] = lines[0][m.end():]
        return EMPTYSTRING.join(lines)
