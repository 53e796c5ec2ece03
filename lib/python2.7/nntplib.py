"""A client of NNTP (RFC 977): reading and posting news."""

import re
import socket

__all__ = ["NNTP", "NNTPReplyError", "NNTPTemporaryError",
           "NNTPPermanentError", "NNTPProtocolError", "NNTPDataError",
           "error_reply", "error_temp", "error_perm", "error_proto",
           "error_data"]

# Longer lines are refused.
_MAXLINE = 2048


class NNTPError(Exception):
    """All errors of this module; `response` is what the server said."""

    def __init__(self, *args):
        Exception.__init__(self, *args)
        try:
            self.response = args[0]
        except IndexError:
            self.response = 'No response given'


class NNTPReplyError(NNTPError):
    """Not the answer that was expected."""


class NNTPTemporaryError(NNTPError):
    """4xx"""


class NNTPPermanentError(NNTPError):
    """5xx"""


class NNTPProtocolError(NNTPError):
    """An answer that does not begin with 1 to 5."""


class NNTPDataError(NNTPError):
    """Data that make no sense."""


error_reply = NNTPReplyError
error_temp = NNTPTemporaryError
error_perm = NNTPPermanentError
error_proto = NNTPProtocolError
error_data = NNTPDataError

NNTP_PORT = 119

# Answers that a text follows.
LONGRESP = ['100', '215', '220', '221', '222', '224', '230', '231', '282']

CRLF = '\r\n'


class NNTP:
    """A session."""

    def __init__(self, host, port=NNTP_PORT, user=None, password=None,
                 readermode=None, usenetrc=True):
        self.host = host
        self.port = port
        self.sock = socket.create_connection((host, port))
        self.file = self.sock.makefile('rb')
        self.debugging = 0
        self.welcome = self.getresp()
        late = 0
        if readermode:
            try:
                self.welcome = self.shortcmd('mode reader')
            except NNTPPermanentError:
                pass
            except NNTPTemporaryError, e:
                if not (user and e.response[:3] == '480'):
                    raise
                # It wants to know who we are first.
                late = 1
        if usenetrc and not user:
            user, password = self._from_netrc(host)
        if user:
            self._login(user, password)
            if late:
                try:
                    self.welcome = self.shortcmd('mode reader')
                except NNTPPermanentError:
                    pass

    def _from_netrc(self, host):
        try:
            import netrc
            auth = netrc.netrc().authenticators(host)
        except IOError:
            return None, None
        return (auth[0], auth[2]) if auth else (None, None)

    def _login(self, user, password):
        resp = self.shortcmd('authinfo user ' + user)
        if resp[:3] == '381':
            if not password:
                raise NNTPReplyError(resp)
            resp = self.shortcmd('authinfo pass ' + password)
            if resp[:3] != '281':
                raise NNTPPermanentError(resp)

    def getwelcome(self):
        if self.debugging:
            print '*welcome*', repr(self.welcome)
        return self.welcome

    def set_debuglevel(self, level):
        self.debugging = level

    debug = set_debuglevel

    def putline(self, line):
        line = line + CRLF
        if self.debugging > 1:
            print '*put*', repr(line)
        self.sock.sendall(line)

    def putcmd(self, line):
        if self.debugging:
            print '*cmd*', repr(line)
        self.putline(line)

    def getline(self):
        line = self.file.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise NNTPDataError('line too long')
        if self.debugging > 1:
            print '*get*', repr(line)
        if not line:
            raise EOFError
        if line[-2:] == CRLF:
            return line[:-2]
        if line[-1:] in CRLF:
            return line[:-1]
        return line

    def getresp(self):
        resp = self.getline()
        if self.debugging:
            print '*resp*', repr(resp)
        kind = resp[:1]
        if kind == '4':
            raise NNTPTemporaryError(resp)
        if kind == '5':
            raise NNTPPermanentError(resp)
        if kind not in '123':
            raise NNTPProtocolError(resp)
        return resp

    def getlongresp(self, file=None):
        """(answer, lines); the lines go to a file, if there is one."""
        opened = None
        try:
            if isinstance(file, str):
                opened = file = open(file, "w")
            resp = self.getresp()
            if resp[:3] not in LONGRESP:
                raise NNTPReplyError(resp)
            lines = []
            while 1:
                line = self.getline()
                if line == '.':
                    break
                if line[:2] == '..':
                    line = line[1:]
                if file:
                    file.write(line + "\n")
                else:
                    lines.append(line)
        finally:
            if opened:
                opened.close()
        return resp, lines

    def shortcmd(self, line):
        self.putcmd(line)
        return self.getresp()

    def longcmd(self, line, file=None):
        self.putcmd(line)
        return self.getlongresp(file)

    def newgroups(self, date, time, file=None):
        return self.longcmd('NEWGROUPS ' + date + ' ' + time, file)

    def newnews(self, group, date, time, file=None):
        return self.longcmd('NEWNEWS ' + group + ' ' + date + ' ' + time, file)

    def list(self, file=None):
        """(answer, [(group, last, first, flag)])"""
        resp, lines = self.longcmd('LIST', file)
        for i in range(len(lines)):
            lines[i] = tuple(lines[i].split())
        return resp, lines

    def description(self, group):
        """What a group is about, '' if that is not known."""
        resp, lines = self.descriptions(group)
        return lines[0][1] if lines else ""

    def descriptions(self, group_pattern):
        """(answer, [(group, text)])"""
        pattern = re.compile(r'^(?P<group>[^ \t]+)[ \t]+(.*)$')
        resp, raw_lines = self.longcmd('LIST NEWSGROUPS ' + group_pattern)
        if resp[:3] != "215":
            # Some servers do without the other form.
            resp, raw_lines = self.longcmd('XGTITLE ' + group_pattern)
        lines = []
        for raw_line in raw_lines:
            match = pattern.search(raw_line.strip())
            if match:
                lines.append(match.group(1, 2))
        return resp, lines

    def group(self, name):
        """(answer, count, first, last, name)"""
        resp = self.shortcmd('GROUP ' + name)
        if resp[:3] != '211':
            raise NNTPReplyError(resp)
        words = resp.split()
        count = first = last = 0
        n = len(words)
        if n > 1:
            count = words[1]
            if n > 2:
                first = words[2]
                if n > 3:
                    last = words[3]
                    if n > 4:
                        name = words[4].lower()
        return resp, count, first, last, name

    def help(self, file=None):
        return self.longcmd('HELP', file)

    def statparse(self, resp):
        """(answer, number, id) of an answer 22x"""
        if resp[:2] != '22':
            raise NNTPReplyError(resp)
        words = resp.split()
        nr = 0
        id = ''
        n = len(words)
        if n > 1:
            nr = words[1]
            if n > 2:
                id = words[2]
        return resp, nr, id

    def statcmd(self, line):
        return self.statparse(self.shortcmd(line))

    def stat(self, id):
        return self.statcmd('STAT ' + id)

    def next(self):
        return self.statcmd('NEXT')

    def last(self):
        return self.statcmd('LAST')

    def artcmd(self, line, file=None):
        resp, lines = self.longcmd(line, file)
        resp, nr, id = self.statparse(resp)
        return resp, nr, id, lines

    def head(self, id):
        """(answer, number, id, lines)"""
        return self.artcmd('HEAD ' + id)

    def body(self, id, file=None):
        return self.artcmd('BODY ' + id, file)

    def article(self, id):
        return self.artcmd('ARTICLE ' + id)

    def slave(self):
        return self.shortcmd('SLAVE')

    def xhdr(self, hdr, str, file=None):
        """(answer, [(number, header)])"""
        pattern = re.compile('^([0-9]+) ?(.*)\n?')
        resp, lines = self.longcmd('XHDR ' + hdr + ' ' + str, file)
        for i in range(len(lines)):
            m = pattern.match(lines[i])
            if m:
                lines[i] = m.group(1, 2)
        return resp, lines

    def xover(self, start, end, file=None):
        """(answer, [(number, subject, poster, date, id, references, size,
        lines)])"""
        resp, lines = self.longcmd('XOVER ' + start + '-' + end, file)
        rows = []
        for line in lines:
            elem = line.split("\t")
            try:
                rows.append((elem[0], elem[1], elem[2], elem[3], elem[4],
                             elem[5].split(), elem[6], elem[7]))
            except IndexError:
                raise NNTPDataError(line)
        return resp, rows

    def xgtitle(self, group, file=None):
        pattern = re.compile("^([^ \t]+)[ \t]+(.*)$")
        resp, raw_lines = self.longcmd('XGTITLE ' + group, file)
        lines = []
        for raw_line in raw_lines:
            match = pattern.search(raw_line.strip())
            if match:
                lines.append(match.group(1, 2))
        return resp, lines

    def xpath(self, id):
        """(answer, path)"""
        resp = self.shortcmd("XPATH " + id)
        if resp[:3] != '223':
            raise NNTPReplyError(resp)
        try:
            resp_num, path = resp.split()
        except ValueError:
            raise NNTPReplyError(resp)
        return resp, path

    def date(self):
        """(answer, yymmdd, hhmmss)"""
        resp = self.shortcmd("DATE")
        if resp[:3] != '111':
            raise NNTPReplyError(resp)
        elem = resp.split()
        if len(elem) != 2:
            raise NNTPDataError(resp)
        date = elem[1][2:8]
        time = elem[1][-6:]
        if len(date) != 6 or len(time) != 6:
            raise NNTPDataError(resp)
        return resp, date, time

    def _send_article(self, f):
        while 1:
            line = f.readline()
            if not line:
                break
            if line[-1] == '\n':
                line = line[:-1]
            if line[:1] == '.':
                line = '.' + line
            self.putline(line)
        self.putline('.')
        return self.getresp()

    def post(self, f):
        resp = self.shortcmd('POST')
        if resp[0] != '3':
            raise NNTPReplyError(resp)
        return self._send_article(f)

    def ihave(self, id, f):
        resp = self.shortcmd('IHAVE ' + id)
        if resp[0] != '3':
            raise NNTPReplyError(resp)
        return self._send_article(f)

    def quit(self):
        resp = self.shortcmd('QUIT')
        self.file.close()
        self.sock.close()
        del self.file, self.sock
        return resp
