"""A client of SMTP (RFC 821) and ESMTP (RFC 1869)."""

import base64
import hmac
import re
import socket
from email.base64mime import encode as encode_base64
from sys import stderr

__all__ = ["SMTPException", "SMTPServerDisconnected", "SMTPResponseException",
           "SMTPSenderRefused", "SMTPRecipientsRefused", "SMTPDataError",
           "SMTPConnectError", "SMTPHeloError", "SMTPAuthenticationError",
           "quoteaddr", "quotedata", "SMTP"]

SMTP_PORT = 25
SMTP_SSL_PORT = 465
CRLF = "\r\n"
# Longer lines of a server are refused.
_MAXLINE = 8192

OLDSTYLE_AUTH = re.compile(r"auth=(.*)", re.I)


class SMTPException(Exception):
    """All errors of this module."""


class SMTPServerDisconnected(SMTPException):
    """The server has gone, or was never there."""


class SMTPResponseException(SMTPException):
    """An answer with an error code."""

    def __init__(self, code, msg):
        self.smtp_code = code
        self.smtp_error = msg
        self.args = (code, msg)


class SMTPSenderRefused(SMTPResponseException):
    """The server does not like who sends."""

    def __init__(self, code, msg, sender):
        self.smtp_code = code
        self.smtp_error = msg
        self.sender = sender
        self.args = (code, msg, sender)


class SMTPRecipientsRefused(SMTPException):
    """The server takes none of the recipients: {address: (code, text)}."""

    def __init__(self, recipients):
        self.recipients = recipients
        self.args = (recipients,)


class SMTPDataError(SMTPResponseException):
    """The server does not take the data."""


class SMTPConnectError(SMTPResponseException):
    """The server does not want to talk."""


class SMTPHeloError(SMTPResponseException):
    """The server refuses our HELO."""


class SMTPAuthenticationError(SMTPResponseException):
    """It does not believe that we are who we say."""


def _parse_address(addr):
    """email.utils.parseaddr, or what rfc822 makes of an address."""
    try:
        from email.utils import parseaddr
    except ImportError:
        from rfc822 import parseaddr
    return parseaddr(addr)


def quoteaddr(addr):
    """An address in angle brackets."""
    try:
        name, address = _parse_address(addr)
    except AttributeError:
        name, address = None, None
    if (name, address) == (None, None):
        # Something that is no string.
        return "<%s>" % addr
    if address:
        return "<%s>" % address
    # It did not parse: the server may know better.
    return "<%s>" % addr


def _addr_only(addrstring):
    name, address = _parse_address(addrstring)
    if (name, address) == ('', ''):
        return addrstring
    return address


def quotedata(data):
    """Data with the line ends of the protocol and dots doubled."""
    return re.sub(r'(?m)^\.', '..',
                  re.sub(r'(?:\r\n|\n|\r(?!\n))', CRLF, data))


try:
    import ssl
except ImportError:
    _have_ssl = False
else:
    class SSLFakeFile:
        """readline() over a TLS connection."""

        def __init__(self, sslobj):
            self.sslobj = sslobj

        def readline(self, size=-1):
            if size < 0:
                size = None
            text = ""
            c = None
            while c != "\n":
                if size is not None and len(text) >= size:
                    break
                c = self.sslobj.read(1)
                if not c:
                    break
                text += c
            return text

        def close(self):
            pass

    _have_ssl = True


class SMTP:
    """A session with a mail server."""

    debuglevel = 0
    file = None
    helo_resp = None
    ehlo_msg = "ehlo"
    ehlo_resp = None
    does_esmtp = 0
    default_port = SMTP_PORT

    def __init__(self, host='', port=0, local_hostname=None,
                 timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        self.timeout = timeout
        self.esmtp_features = {}
        if host:
            code, msg = self.connect(host, port)
            if code != 220:
                self.close()
                raise SMTPConnectError(code, msg)
        if local_hostname is not None:
            self.local_hostname = local_hostname
            return
        # RFC 2821: a full name, or the address.
        fqdn = socket.getfqdn()
        if '.' in fqdn:
            self.local_hostname = fqdn
            return
        addr = '127.0.0.1'
        try:
            addr = socket.gethostbyname(socket.gethostname())
        except socket.gaierror:
            pass
        self.local_hostname = '[%s]' % addr

    def set_debuglevel(self, debuglevel):
        self.debuglevel = debuglevel

    def _get_socket(self, host, port, timeout):
        if self.debuglevel > 0:
            print >>stderr, 'connect:', (host, port)
        return socket.create_connection((host, port), timeout)

    def connect(self, host='localhost', port=0):
        """(code, text) of the server's greeting; host may be HOST:PORT."""
        if not port and host.find(':') == host.rfind(':'):
            i = host.rfind(':')
            if i >= 0:
                host, port = host[:i], host[i + 1:]
                try:
                    port = int(port)
                except ValueError:
                    raise socket.error, "nonnumeric port"
        if not port:
            port = self.default_port
        if self.debuglevel > 0:
            print >>stderr, 'connect:', (host, port)
        self.sock = self._get_socket(host, port, self.timeout)
        code, msg = self.getreply()
        if self.debuglevel > 0:
            print >>stderr, "connect:", msg
        return code, msg

    def send(self, str):
        if self.debuglevel > 0:
            print >>stderr, 'send:', repr(str)
        if not (hasattr(self, 'sock') and self.sock):
            raise SMTPServerDisconnected('please run connect() first')
        try:
            self.sock.sendall(str)
        except socket.error:
            self.close()
            raise SMTPServerDisconnected('Server not connected')

    def putcmd(self, cmd, args=""):
        if args == "":
            text = '%s%s' % (cmd, CRLF)
        else:
            text = '%s %s%s' % (cmd, args, CRLF)
        self.send(text)

    def getreply(self):
        """(code, text) of the next answer; code -1 if it has none."""
        resp = []
        if self.file is None:
            self.file = self.sock.makefile('rb')
        while 1:
            try:
                line = self.file.readline(_MAXLINE + 1)
            except socket.error as e:
                self.close()
                raise SMTPServerDisconnected("Connection unexpectedly closed: "
                                             + str(e))
            if line == '':
                self.close()
                raise SMTPServerDisconnected("Connection unexpectedly closed")
            if self.debuglevel > 0:
                print >>stderr, 'reply:', repr(line)
            if len(line) > _MAXLINE:
                raise SMTPResponseException(500, "Line too long.")
            resp.append(line[4:].strip())
            code = line[:3]
            try:
                errcode = int(code)
            except ValueError:
                errcode = -1
                break
            # A minus sign: more lines follow.
            if line[3:4] != "-":
                break
        errmsg = "\n".join(resp)
        if self.debuglevel > 0:
            print >>stderr, 'reply: retcode (%s); Msg: %s' % (errcode, errmsg)
        return errcode, errmsg

    def docmd(self, cmd, args=""):
        self.putcmd(cmd, args)
        return self.getreply()

    # The commands.

    def helo(self, name=''):
        self.putcmd("helo", name or self.local_hostname)
        code, msg = self.getreply()
        self.helo_resp = msg
        return code, msg

    def ehlo(self, name=''):
        """Says hello and learns what the server can do."""
        self.esmtp_features = {}
        self.putcmd(self.ehlo_msg, name or self.local_hostname)
        code, msg = self.getreply()
        # Some servers hang up instead of refusing.
        if code == -1 and len(msg) == 0:
            self.close()
            raise SMTPServerDisconnected("Server not connected")
        self.ehlo_resp = msg
        if code != 250:
            return code, msg
        self.does_esmtp = 1
        for line in self.ehlo_resp.split('\n')[1:]:
            self._note_feature(line)
        return code, msg

    def _note_feature(self, line):
        # AUTH=LOGIN: from before the standard.
        m = OLDSTYLE_AUTH.match(line)
        if m:
            self.esmtp_features["auth"] = \
                self.esmtp_features.get("auth", "") + " " + m.groups(0)[0]
            return
        m = re.match(r'(?P<feature>[A-Za-z0-9][A-Za-z0-9\-]*) ?', line)
        if not m:
            return
        feature = m.group("feature").lower()
        params = m.string[m.end("feature"):].strip()
        if feature == "auth":
            self.esmtp_features[feature] = \
                self.esmtp_features.get(feature, "") + " " + params
        else:
            self.esmtp_features[feature] = params

    def has_extn(self, opt):
        return opt.lower() in self.esmtp_features

    def help(self, args=''):
        self.putcmd("help", args)
        return self.getreply()[1]

    def rset(self):
        return self.docmd("rset")

    def noop(self):
        return self.docmd("noop")

    def mail(self, sender, options=[]):
        optionlist = ''
        if options and self.does_esmtp:
            optionlist = ' ' + ' '.join(options)
        self.putcmd("mail", "FROM:%s%s" % (quoteaddr(sender), optionlist))
        return self.getreply()

    def rcpt(self, recip, options=[]):
        optionlist = ''
        if options and self.does_esmtp:
            optionlist = ' ' + ' '.join(options)
        self.putcmd("rcpt", "TO:%s%s" % (quoteaddr(recip), optionlist))
        return self.getreply()

    def data(self, msg):
        """(code, text) behind the message; SMTPDataError if the server does
        not want one."""
        self.putcmd("data")
        code, repl = self.getreply()
        if self.debuglevel > 0:
            print >>stderr, "data:", (code, repl)
        if code != 354:
            raise SMTPDataError(code, repl)
        q = quotedata(msg)
        if q[-2:] != CRLF:
            q = q + CRLF
        self.send(q + "." + CRLF)
        code, msg = self.getreply()
        if self.debuglevel > 0:
            print >>stderr, "data:", (code, msg)
        return code, msg

    def verify(self, address):
        self.putcmd("vrfy", _addr_only(address))
        return self.getreply()

    vrfy = verify

    def expn(self, address):
        self.putcmd("expn", _addr_only(address))
        return self.getreply()

    def ehlo_or_helo_if_needed(self):
        if self.helo_resp is None and self.ehlo_resp is None:
            if not 200 <= self.ehlo()[0] <= 299:
                code, resp = self.helo()
                if not 200 <= code <= 299:
                    raise SMTPHeloError(code, resp)

    def login(self, user, password):
        """Says who we are, by the best method that the server knows."""
        def encode_plain(user, password):
            return base64.b64encode("\0%s\0%s" % (user, password))

        self.ehlo_or_helo_if_needed()
        if not self.has_extn("auth"):
            raise SMTPException("SMTP AUTH extension not supported by server.")
        offered = self.esmtp_features["auth"].split()
        for method in "CRAM-MD5", "PLAIN", "LOGIN":
            if method in offered:
                break
        else:
            raise SMTPException("No suitable authentication method found.")
        if method == "CRAM-MD5":
            code, resp = self.docmd("AUTH", method)
            if code == 503:
                # Known already.
                return code, resp
            challenge = base64.decodestring(resp)
            answer = user + " " + hmac.HMAC(password, challenge).hexdigest()
            code, resp = self.docmd(base64.b64encode(answer))
        elif method == "PLAIN":
            code, resp = self.docmd(
                "AUTH", method + " " + encode_plain(user, password))
        else:
            code, resp = self.docmd(
                "AUTH", "%s %s" % (method, base64.b64encode(user)))
            if code != 334:
                raise SMTPAuthenticationError(code, resp)
            code, resp = self.docmd(base64.b64encode(password))
        if code not in (235, 503):
            raise SMTPAuthenticationError(code, resp)
        return code, resp

    def starttls(self, keyfile=None, certfile=None):
        """Goes on encrypted."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn("starttls"):
            raise SMTPException("STARTTLS extension not supported by server.")
        resp, reply = self.docmd("STARTTLS")
        if resp == 220:
            if not _have_ssl:
                raise RuntimeError("No SSL support included in this Python")
            self.sock = ssl.wrap_socket(self.sock, keyfile, certfile)
            self.file = SSLFakeFile(self.sock)
            # What was said before does not count.
            self.helo_resp = None
            self.ehlo_resp = None
            self.esmtp_features = {}
            self.does_esmtp = 0
        else:
            raise SMTPResponseException(resp, reply)
        return resp, reply

    def sendmail(self, from_addr, to_addrs, msg, mail_options=[],
                 rcpt_options=[]):
        """Sends a message; {address: (code, text)} of those recipients that
        the server refuses."""
        self.ehlo_or_helo_if_needed()
        esmtp_opts = []
        if self.does_esmtp:
            if self.has_extn('size'):
                esmtp_opts.append("size=%d" % len(msg))
            for option in mail_options:
                esmtp_opts.append(option)
        code, resp = self.mail(from_addr, esmtp_opts)
        if code != 250:
            self.rset()
            raise SMTPSenderRefused(code, resp, from_addr)
        senderrs = {}
        if isinstance(to_addrs, basestring):
            to_addrs = [to_addrs]
        for each in to_addrs:
            code, resp = self.rcpt(each, rcpt_options)
            if code != 250 and code != 251:
                senderrs[each] = (code, resp)
        if len(senderrs) == len(to_addrs):
            self.rset()
            raise SMTPRecipientsRefused(senderrs)
        code, resp = self.data(msg)
        if code != 250:
            self.rset()
            raise SMTPDataError(code, resp)
        return senderrs

    def close(self):
        try:
            file = self.file
            self.file = None
            if file:
                file.close()
        finally:
            sock = getattr(self, 'sock', None)
            self.sock = None
            if sock:
                sock.close()

    def quit(self):
        res = self.docmd("quit")
        # A new connection starts from nothing.
        self.ehlo_resp = self.helo_resp = None
        self.esmtp_features = {}
        self.does_esmtp = False
        self.close()
        return res


if _have_ssl:
    class SMTP_SSL(SMTP):
        """The same over TLS from the start."""

        default_port = SMTP_SSL_PORT

        def __init__(self, host='', port=0, local_hostname=None, keyfile=None,
                     certfile=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
            self.keyfile = keyfile
            self.certfile = certfile
            SMTP.__init__(self, host, port, local_hostname, timeout)

        def _get_socket(self, host, port, timeout):
            if self.debuglevel > 0:
                print >>stderr, 'connect:', (host, port)
            new_socket = socket.create_connection((host, port), timeout)
            new_socket = ssl.wrap_socket(new_socket, self.keyfile,
                                         self.certfile)
            self.file = SSLFakeFile(new_socket)
            return new_socket

    __all__.append("SMTP_SSL")

LMTP_PORT = 2003


class LMTP(SMTP):
    """Delivery on the spot (RFC 2033); a host that begins with / is the path
    of a socket."""

    ehlo_msg = "lhlo"

    def __init__(self, host='', port=LMTP_PORT, local_hostname=None):
        SMTP.__init__(self, host, port, local_hostname)

    def connect(self, host='localhost', port=0):
        if host[0] != '/':
            return SMTP.connect(self, host, port)
        try:
            self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            self.sock.connect(host)
        except socket.error:
            if self.debuglevel > 0:
                print >>stderr, 'connect fail:', host
            if self.sock:
                self.sock.close()
            self.sock = None
            raise
        code, msg = self.getreply()
        if self.debuglevel > 0:
            print >>stderr, "connect:", msg
        return code, msg
