"""A client of POP3 (RFC 1939)."""

import re
import socket

__all__ = ["POP3", "error_proto"]


class error_proto(Exception):
    """The server says -ERR, or nonsense."""


POP3_PORT = 110
POP3_SSL_PORT = 995

CR = '\r'
LF = '\n'
CRLF = CR + LF

# Longer lines are refused: memory is not the server's to take.
_MAXLINE = 2048


class POP3:
    """A session; lists of lines come without their line ends, with a count of
    bytes."""

    def __init__(self, host, port=POP3_PORT,
                 timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        self.host = host
        self.port = port
        self.sock = socket.create_connection((host, port), timeout)
        self.file = self.sock.makefile('rb')
        self._debugging = 0
        self.welcome = self._getresp()

    def _putline(self, line):
        if self._debugging > 1:
            print '*put*', repr(line)
        self.sock.sendall('%s%s' % (line, CRLF))

    def _putcmd(self, line):
        if self._debugging:
            print '*cmd*', repr(line)
        self._putline(line)

    def _getline(self):
        """(line, its bytes with the end of line)"""
        line = self.file.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise error_proto('line too long')
        if self._debugging > 1:
            print '*get*', repr(line)
        if not line:
            raise error_proto('-ERR EOF')
        octets = len(line)
        if line[-2:] == CRLF:
            return line[:-2], octets
        if line[0] == CR:
            return line[1:-1], octets
        return line[:-1], octets

    def _getresp(self):
        resp, o = self._getline()
        if self._debugging > 1:
            print '*resp*', repr(resp)
        if resp[:1] != '+':
            raise error_proto(resp)
        return resp

    def _getlongresp(self):
        """(answer, lines, bytes)"""
        resp = self._getresp()
        lines = []
        octets = 0
        line, o = self._getline()
        while line != '.':
            if line[:2] == '..':
                o = o - 1
                line = line[1:]
            octets = octets + o
            lines.append(line)
            line, o = self._getline()
        return resp, lines, octets

    def _shortcmd(self, line):
        self._putcmd(line)
        return self._getresp()

    def _longcmd(self, line):
        self._putcmd(line)
        return self._getlongresp()

    def getwelcome(self):
        return self.welcome

    def set_debuglevel(self, level):
        self._debugging = level

    def user(self, user):
        return self._shortcmd('USER %s' % user)

    def pass_(self, pswd):
        """The password; the server locks the mailbox from here on."""
        return self._shortcmd('PASS %s' % pswd)

    def stat(self):
        """(messages, bytes)"""
        resp = self._shortcmd('STAT')
        words = resp.split()
        if self._debugging:
            print '*stat*', repr(words)
        return int(words[1]), int(words[2])

    def list(self, which=None):
        """Number and size of each message, or of one."""
        if which is not None:
            return self._shortcmd('LIST %s' % which)
        return self._longcmd('LIST')

    def retr(self, which):
        return self._longcmd('RETR %s' % which)

    def dele(self, which):
        return self._shortcmd('DELE %s' % which)

    def noop(self):
        return self._shortcmd('NOOP')

    def rset(self):
        """Takes deletions back."""
        return self._shortcmd('RSET')

    def quit(self):
        """The answer, or the error: it is over in any case."""
        try:
            resp = self._shortcmd('QUIT')
        except error_proto, val:
            resp = val
        self.file.close()
        self.sock.close()
        del self.file, self.sock
        return resp

    def rpop(self, user):
        return self._shortcmd('RPOP %s' % user)

    timestamp = re.compile(r'\+OK.[^<]*(<.*>)')

    def apop(self, user, secret):
        """Login without showing the password; only where the server's welcome
        has a time stamp."""
        m = self.timestamp.match(self.welcome)
        if not m:
            raise error_proto('-ERR APOP not supported by server')
        import hashlib
        digest = hashlib.md5(m.group(1) + secret).digest()
        return self._shortcmd('APOP %s %s' % (
            user, ''.join(['%02x' % ord(c) for c in digest])))

    def top(self, which, howmuch):
        """The header and some lines of the body."""
        return self._longcmd('TOP %s %s' % (which, howmuch))

    def uidl(self, which=None):
        """Names of messages that stay."""
        if which is not None:
            return self._shortcmd('UIDL %s' % which)
        return self._longcmd('UIDL')


try:
    import ssl
except ImportError:
    pass
else:
    class POP3_SSL(POP3):
        """The same over TLS."""

        def __init__(self, host, port=POP3_SSL_PORT, keyfile=None,
                     certfile=None):
            self.host = host
            self.port = port
            self.keyfile = keyfile
            self.certfile = certfile
            self.buffer = ""
            self.sock = socket.create_connection((host, port))
            self.sslobj = ssl.wrap_socket(self.sock, self.keyfile,
                                          self.certfile)
            self._debugging = 0
            self.welcome = self._getresp()

        def _fillBuffer(self):
            data = self.sslobj.read()
            if not data:
                raise error_proto('-ERR EOF')
            self.buffer += data

        def _getline(self):
            while '\n' not in self.buffer:
                if len(self.buffer) > _MAXLINE:
                    raise error_proto('line too long')
                self._fillBuffer()
            line, end, self.buffer = self.buffer.partition('\n')
            line += end
            if len(line) > _MAXLINE:
                raise error_proto('line too long')
            if self._debugging > 1:
                print '*get*', repr(line)
            octets = len(line)
            if line[-2:] == CRLF:
                return line[:-2], octets
            if line[0] == CR:
                return line[1:-1], octets
            return line[:-1], octets

        def _putline(self, line):
            if self._debugging > 1:
                print '*put*', repr(line)
            self.sslobj.sendall(line + CRLF)

        def quit(self):
            try:
                resp = self._shortcmd('QUIT')
            except error_proto, val:
                resp = val
            self.sock.close()
            del self.sslobj, self.sock
            return resp

    __all__.append("POP3_SSL")
