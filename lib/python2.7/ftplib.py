"""The client side of FTP (RFC 959)."""

import os
import socket

from socket import _GLOBAL_DEFAULT_TIMEOUT

__all__ = ['FTP', 'Netrc', 'FTP_TLS']

MSG_OOB = 0x1  # urgent data
FTP_PORT = 21
MAXLINE = 8192


class Error(Exception):
    pass


class error_reply(Error):
    """A reply that was not expected."""


class error_temp(Error):
    """A reply 4xx."""


class error_perm(Error):
    """A reply 5xx."""


class error_proto(Error):
    """A reply that is none."""


all_errors = (Error, IOError, EOFError)

CRLF = '\r\n'


class FTP:
    """A connection to a server: one socket for commands, and one for each
    transfer."""

    debugging = 0
    host = ''
    port = FTP_PORT
    maxline = MAXLINE
    sock = None
    file = None
    welcome = None
    passiveserver = 1
    # A server that names another host for the transfer is not believed.
    trust_server_pasv_ipv4_address = False

    def __init__(self, host='', user='', passwd='', acct='',
                 timeout=_GLOBAL_DEFAULT_TIMEOUT):
        self.timeout = timeout
        if host:
            self.connect(host)
            if user:
                self.login(user, passwd, acct)

    def connect(self, host='', port=0, timeout=-999):
        """Connects; returns the server's welcome."""
        if host != '':
            self.host = host
        if port > 0:
            self.port = port
        if timeout != -999:
            self.timeout = timeout
        self.sock = socket.create_connection((self.host, self.port),
                                             self.timeout)
        self.af = self.sock.family
        self.file = self.sock.makefile('rb')
        self.welcome = self.getresp()
        return self.welcome

    def getwelcome(self):
        """The server's welcome."""
        if self.debugging:
            print '*welcome*', self.sanitize(self.welcome)
        return self.welcome

    def set_debuglevel(self, level):
        """0: nothing is printed; 1: commands and replies; 2: all lines."""
        self.debugging = level

    debug = set_debuglevel

    def set_pasv(self, val):
        """Whether the client opens the connections for transfers."""
        self.passiveserver = val

    def sanitize(self, s):
        """A line for printing: without the password."""
        if s[:5] in ('pass ', 'PASS '):
            end = len(s)
            while end > 5 and s[end - 1] in '\r\n':
                end -= 1
            s = s[:5] + '*' * (end - 5) + s[end:]
        return repr(s)

    # Commands and replies.

    def putline(self, line):
        if '\r' in line or '\n' in line:
            raise ValueError('an illegal newline character should not be '
                             'contained')
        line = line + CRLF
        if self.debugging > 1:
            print '*put*', self.sanitize(line)
        self.sock.sendall(line)

    def putcmd(self, line):
        if self.debugging:
            print '*cmd*', self.sanitize(line)
        self.putline(line)

    def getline(self):
        """A line of a reply, without its end."""
        line = self.file.readline(self.maxline + 1)
        if len(line) > self.maxline:
            raise Error('got more than %d bytes' % self.maxline)
        if self.debugging > 1:
            print '*get*', self.sanitize(line)
        if not line:
            raise EOFError
        if line[-2:] == CRLF:
            return line[:-2]
        if line[-1:] in CRLF:
            return line[:-1]
        return line

    def getmultiline(self):
        """A reply, which may have several lines."""
        line = self.getline()
        if line[3:4] == '-':
            code = line[:3]
            while True:
                nextline = self.getline()
                line = line + ('\n' + nextline)
                if nextline[:3] == code and nextline[3:4] != '-':
                    break
        return line

    def getresp(self):
        """A reply; the error that it stands for is raised."""
        resp = self.getmultiline()
        if self.debugging:
            print '*resp*', self.sanitize(resp)
        self.lastresp = resp[:3]
        c = resp[:1]
        if c in ('1', '2', '3'):
            return resp
        if c == '4':
            raise error_temp(resp)
        if c == '5':
            raise error_perm(resp)
        raise error_proto(resp)

    def voidresp(self):
        """A reply that begins with 2."""
        resp = self.getresp()
        if resp[:1] != '2':
            raise error_reply(resp)
        return resp

    def abort(self):
        """Ends a transfer."""
        line = 'ABOR' + CRLF
        if self.debugging > 1:
            print '*put urgent*', self.sanitize(line)
        self.sock.sendall(line, MSG_OOB)
        resp = self.getmultiline()
        if resp[:3] not in ('426', '225', '226'):
            raise error_proto(resp)

    def sendcmd(self, cmd):
        """Sends a command; returns the reply."""
        self.putcmd(cmd)
        return self.getresp()

    def voidcmd(self, cmd):
        """Sends a command; the reply must begin with 2."""
        self.putcmd(cmd)
        return self.voidresp()

    # Transfers.

    def sendport(self, host, port):
        """Tells the server where to connect to."""
        numbers = host.split('.') + [repr(port // 256), repr(port % 256)]
        return self.voidcmd('PORT ' + ','.join(numbers))

    def sendeprt(self, host, port):
        """The same for IPv6."""
        af = 0
        if self.af == socket.AF_INET:
            af = 1
        if self.af == socket.AF_INET6:
            af = 2
        if af == 0:
            raise error_proto('unsupported address family')
        return self.voidcmd('EPRT ' + '|'.join(['', repr(af), host,
                                                repr(port), '']))

    def makeport(self):
        """A socket that waits for the server to connect."""
        failure = None
        sock = None
        for af, kind, proto, name, place in socket.getaddrinfo(
                None, 0, self.af, socket.SOCK_STREAM, 0, socket.AI_PASSIVE):
            try:
                sock = socket.socket(af, kind, proto)
                sock.bind(place)
            except socket.error as failure:
                if sock:
                    sock.close()
                sock = None
                continue
            break
        if sock is None:
            if failure is not None:
                raise failure
            raise socket.error('getaddrinfo returns an empty list')
        sock.listen(1)
        port = sock.getsockname()[1]
        host = self.sock.getsockname()[0]
        if self.af == socket.AF_INET:
            self.sendport(host, port)
        else:
            self.sendeprt(host, port)
        if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            sock.settimeout(self.timeout)
        return sock

    def makepasv(self):
        """(host, port) where the server waits"""
        if self.af != socket.AF_INET:
            return parse229(self.sendcmd('EPSV'), self.sock.getpeername())
        untrusted, port = parse227(self.sendcmd('PASV'))
        if self.trust_server_pasv_ipv4_address:
            return untrusted, port
        return self.sock.getpeername()[0], port

    def ntransfercmd(self, cmd, rest=None):
        """(socket, size or None) of a transfer"""
        size = None
        if self.passiveserver:
            host, port = self.makepasv()
            conn = socket.create_connection((host, port), self.timeout)
            try:
                resp = self._start_transfer(cmd, rest)
            except:
                conn.close()
                raise
        else:
            sock = self.makeport()
            try:
                resp = self._start_transfer(cmd, rest)
                conn, place = sock.accept()
                if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                    conn.settimeout(self.timeout)
            finally:
                sock.close()
        if resp[:3] == '150':
            size = parse150(resp)
        return conn, size

    def _start_transfer(self, cmd, rest):
        if rest is not None:
            self.sendcmd('REST %s' % rest)
        resp = self.sendcmd(cmd)
        # Some servers answer 200 first.
        if resp[0] == '2':
            resp = self.getresp()
        if resp[0] != '1':
            raise error_reply(resp)
        return resp

    def _end_transfer(self, conn):
        """What is said before the socket of a transfer is closed."""

    def transfercmd(self, cmd, rest=None):
        """The socket of a transfer."""
        return self.ntransfercmd(cmd, rest)[0]

    def login(self, user='', passwd='', acct=''):
        """Logs in, by default as anonymous."""
        user = user or 'anonymous'
        passwd = passwd or ''
        acct = acct or ''
        if user == 'anonymous' and passwd in ('', '-'):
            passwd = passwd + 'anonymous@'
        resp = self.sendcmd('USER ' + user)
        if resp[0] == '3':
            resp = self.sendcmd('PASS ' + passwd)
        if resp[0] == '3':
            resp = self.sendcmd('ACCT ' + acct)
        if resp[0] != '2':
            raise error_reply(resp)
        return resp

    def retrbinary(self, cmd, callback, blocksize=8192, rest=None):
        """Fetches a file in blocks, which the callback gets."""
        self.voidcmd('TYPE I')
        conn = self.transfercmd(cmd, rest)
        while True:
            data = conn.recv(blocksize)
            if not data:
                break
            callback(data)
        self._end_transfer(conn)
        conn.close()
        return self.voidresp()

    def retrlines(self, cmd, callback=None):
        """Fetches a file by lines, which are printed by default."""
        if callback is None:
            callback = print_line
        self.sendcmd('TYPE A')
        conn = self.transfercmd(cmd)
        fp = conn.makefile('rb')
        while True:
            line = fp.readline(self.maxline + 1)
            if len(line) > self.maxline:
                raise Error('got more than %d bytes' % self.maxline)
            if self.debugging > 2:
                print '*retr*', repr(line)
            if not line:
                break
            if line[-2:] == CRLF:
                line = line[:-2]
            elif line[-1:] == '\n':
                line = line[:-1]
            callback(line)
        fp.close()
        self._end_transfer(conn)
        conn.close()
        return self.voidresp()

    def storbinary(self, cmd, fp, blocksize=8192, callback=None, rest=None):
        """Stores a file in blocks."""
        self.voidcmd('TYPE I')
        conn = self.transfercmd(cmd, rest)
        while True:
            buf = fp.read(blocksize)
            if not buf:
                break
            conn.sendall(buf)
            if callback:
                callback(buf)
        self._end_transfer(conn)
        conn.close()
        return self.voidresp()

    def storlines(self, cmd, fp, callback=None):
        """Stores a file by lines."""
        self.voidcmd('TYPE A')
        conn = self.transfercmd(cmd)
        while True:
            buf = fp.readline(self.maxline + 1)
            if len(buf) > self.maxline:
                raise Error('got more than %d bytes' % self.maxline)
            if not buf:
                break
            if buf[-2:] != CRLF:
                if buf[-1] in CRLF:
                    buf = buf[:-1]
                buf = buf + CRLF
            conn.sendall(buf)
            if callback:
                callback(buf)
        self._end_transfer(conn)
        conn.close()
        return self.voidresp()

    # Folders and files.

    def acct(self, password):
        return self.voidcmd('ACCT ' + password)

    def nlst(self, *args):
        """The names in a folder."""
        files = []
        self.retrlines(' '.join(('NLST',) + args), files.append)
        return files

    def dir(self, *args):
        """Prints a folder, or hands its lines to the last argument."""
        cmd = 'LIST'
        func = None
        if args[-1:] and type(args[-1]) != type(''):
            args, func = args[:-1], args[-1]
        for arg in args:
            if arg:
                cmd = cmd + (' ' + arg)
        self.retrlines(cmd, func)

    def rename(self, fromname, toname):
        resp = self.sendcmd('RNFR ' + fromname)
        if resp[0] != '3':
            raise error_reply(resp)
        return self.voidcmd('RNTO ' + toname)

    def delete(self, filename):
        resp = self.sendcmd('DELE ' + filename)
        if resp[:3] in ('250', '200'):
            return resp
        raise error_reply(resp)

    def cwd(self, dirname):
        """Changes the folder."""
        if dirname == '..':
            try:
                return self.voidcmd('CDUP')
            except error_perm as e:
                if e.args[0][:3] != '500':
                    raise
        elif dirname == '':
            dirname = '.'
        return self.voidcmd('CWD ' + dirname)

    def size(self, filename):
        """The size of a file, where the server tells it."""
        resp = self.sendcmd('SIZE ' + filename)
        if resp[:3] == '213':
            return int(resp[3:].strip())

    def mkd(self, dirname):
        """Makes a folder; returns its name."""
        resp = self.voidcmd('MKD ' + dirname)
        return parse257(resp) if resp[:3] == '257' else ''

    def rmd(self, dirname):
        return self.voidcmd('RMD ' + dirname)

    def pwd(self):
        """The folder."""
        resp = self.voidcmd('PWD')
        return parse257(resp) if resp[:3] == '257' else ''

    def quit(self):
        """Says goodbye and closes the connection."""
        resp = self.voidcmd('QUIT')
        self.close()
        return resp

    def close(self):
        try:
            file = self.file
            self.file = None
            if file is not None:
                file.close()
        finally:
            sock = self.sock
            self.sock = None
            if sock is not None:
                sock.close()


class FTP_TLS(FTP):
    """A connection whose commands, and on demand transfers, go through
    TLS."""

    ssl_version = 2  # ssl.PROTOCOL_TLS: the highest that both sides know

    def __init__(self, host='', user='', passwd='', acct='', keyfile=None,
                 certfile=None, context=None,
                 timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None):
        if context is not None and keyfile is not None:
            raise ValueError('context and keyfile arguments are mutually '
                             'exclusive')
        if context is not None and certfile is not None:
            raise ValueError('context and certfile arguments are mutually '
                             'exclusive')
        self.keyfile = keyfile
        self.certfile = certfile
        if context is None:
            import ssl
            context = ssl._create_stdlib_context(
                self.ssl_version, certfile=certfile, keyfile=keyfile)
        self.context = context
        self._prot_p = False
        FTP.__init__(self, host, user, passwd, acct, timeout)

    def login(self, user='', passwd='', acct='', secure=True):
        """Logs in, through TLS if that is not said otherwise."""
        import ssl
        if secure and not isinstance(self.sock, ssl.SSLSocket):
            self.auth()
        return FTP.login(self, user, passwd, acct)

    def auth(self):
        """Has the commands go through TLS from now on."""
        import ssl
        if isinstance(self.sock, ssl.SSLSocket):
            raise ValueError('Already using TLS')
        resp = self.voidcmd('AUTH ' + (
            'TLS' if self.ssl_version >= ssl.PROTOCOL_SSLv23 else 'SSL'))
        self.sock = self.context.wrap_socket(self.sock,
                                             server_hostname=self.host)
        self.file = self.sock.makefile(mode='rb')
        return resp

    def prot_p(self):
        """Has transfers go through TLS."""
        self.voidcmd('PBSZ 0')
        resp = self.voidcmd('PROT P')
        self._prot_p = True
        return resp

    def prot_c(self):
        """Has transfers go as they are."""
        resp = self.voidcmd('PROT C')
        self._prot_p = False
        return resp

    def ntransfercmd(self, cmd, rest=None):
        conn, size = FTP.ntransfercmd(self, cmd, rest)
        if self._prot_p:
            conn = self.context.wrap_socket(conn, server_hostname=self.host)
        return conn, size

    def _end_transfer(self, conn):
        if self._prot_p:
            conn.unwrap()


_150_re = None


def parse150(resp):
    """The size that a reply 150 tells, or None."""
    if resp[:3] != '150':
        raise error_reply(resp)
    global _150_re
    if _150_re is None:
        import re
        _150_re = re.compile(r'150 .* \((\d+) bytes\)', re.IGNORECASE)
    m = _150_re.match(resp)
    if not m:
        return None
    return int(m.group(1))


_227_re = None


def parse227(resp):
    """(host, port) of a reply 227"""
    if resp[:3] != '227':
        raise error_reply(resp)
    global _227_re
    if _227_re is None:
        import re
        _227_re = re.compile(r'(\d+),(\d+),(\d+),(\d+),(\d+),(\d+)')
    m = _227_re.search(resp)
    if not m:
        raise error_proto(resp)
    numbers = m.groups()
    return '.'.join(numbers[:4]), (int(numbers[4]) << 8) + int(numbers[5])


def parse229(resp, peer):
    """(host, port) of a reply 229"""
    if resp[:3] != '229':
        raise error_reply(resp)
    left = resp.find('(')
    if left < 0:
        raise error_proto(resp)
    right = resp.find(')', left + 1)
    if right < 0:
        raise error_proto(resp)
    if resp[left + 1] != resp[right - 1]:
        raise error_proto(resp)
    parts = resp[left + 1:right].split(resp[left + 1])
    if len(parts) != 5:
        raise error_proto(resp)
    return peer[0], int(parts[3])


def parse257(resp):
    """The folder that a reply 257 names."""
    if resp[:3] != '257':
        raise error_reply(resp)
    if resp[3:5] != ' "':
        return ''
    dirname = ''
    i = 5
    n = len(resp)
    while i < n:
        c = resp[i]
        i += 1
        if c == '"':
            # Two of them stand for one.
            if i >= n or resp[i] != '"':
                break
            i += 1
        dirname += c
    return dirname


def print_line(line):
    """Prints a line."""
    print line


def ftpcp(source, sourcename, target, targetname='', type='I'):
    """Copies a file from one server to another."""
    if not targetname:
        targetname = sourcename
    type = 'TYPE ' + type
    source.voidcmd(type)
    target.voidcmd(type)
    host, port = parse227(source.sendcmd('PASV'))
    target.sendport(host, port)
    treply = target.sendcmd('STOR ' + targetname)
    if treply[:3] not in ('125', '150'):
        raise error_proto
    sreply = source.sendcmd('RETR ' + sourcename)
    if sreply[:3] not in ('125', '150'):
        raise error_proto
    source.voidresp()
    target.voidresp()


class Netrc:
    """What ~/.netrc has; module netrc is the better one."""

    __defuser = None
    __defpasswd = None
    __defacct = None

    def __init__(self, filename=None):
        if filename is None:
            if 'HOME' not in os.environ:
                raise IOError('specify file to load or set $HOME')
            filename = os.path.join(os.environ['HOME'], '.netrc')
        self.__hosts = {}
        self.__macros = {}
        with open(filename, 'r') as fp:
            self.__parse(fp)

    def __parse(self, fp):
        macro = None
        lines = []
        for line in iter(lambda: fp.readline(MAXLINE + 1), ''):
            if len(line) > MAXLINE:
                raise Error('got more than %d bytes' % MAXLINE)
            if macro is not None:
                if line.strip():
                    lines.append(line)
                    continue
                self.__macros[macro] = tuple(lines)
                macro = None
                continue
            words = line.split()
            host = user = passwd = acct = None
            default = False
            i = 0
            while i < len(words):
                w1 = words[i]
                w2 = words[i + 1] if i + 1 < len(words) else None
                if w1 == 'default':
                    default = True
                    i += 1
                    continue
                if w1 == 'macdef' and w2:
                    macro = w2
                    lines = []
                    break
                if w2:
                    if w1 == 'machine':
                        host = w2.lower()
                    elif w1 == 'login':
                        user = w2
                    elif w1 == 'password':
                        passwd = w2
                    elif w1 == 'account':
                        acct = w2
                    else:
                        i -= 1
                    i += 1
                i += 1
            if default:
                self.__defuser = user or self.__defuser
                self.__defpasswd = passwd or self.__defpasswd
                self.__defacct = acct or self.__defacct
            if host:
                if host in self.__hosts:
                    before = self.__hosts[host]
                    user = user or before[0]
                    passwd = passwd or before[1]
                    acct = acct or before[2]
                self.__hosts[host] = user, passwd, acct

    def get_hosts(self):
        return self.__hosts.keys()

    def get_account(self, host):
        """(user, password, account)"""
        host = host.lower()
        user = passwd = acct = None
        if host in self.__hosts:
            user, passwd, acct = self.__hosts[host]
        return (user or self.__defuser, passwd or self.__defpasswd,
                acct or self.__defacct)

    def get_macros(self):
        return self.__macros.keys()

    def get_macro(self, macro):
        return self.__macros[macro]
