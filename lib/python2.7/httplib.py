"""HTTP/1.1 for clients.

A connection goes through states: idle, a request being written (after
putrequest), its headers ended (after endheaders), and back to idle; a new
request may start before the last response has been read only if that response
is complete."""

from array import array
import re
import socket
from sys import py3kwarning
from urlparse import urlsplit
import warnings

try:
    from cStringIO import StringIO
except ImportError:
    from StringIO import StringIO

with warnings.catch_warnings():
    if py3kwarning:
        warnings.filterwarnings('ignore', '.*mimetools has been removed',
                                DeprecationWarning)
    import mimetools

__all__ = ['HTTP', 'HTTPResponse', 'HTTPConnection', 'HTTPException',
           'NotConnected', 'UnknownProtocol', 'UnknownTransferEncoding',
           'UnimplementedFileMode', 'IncompleteRead', 'InvalidURL',
           'ImproperConnectionState', 'CannotSendRequest',
           'CannotSendHeader', 'ResponseNotReady', 'BadStatusLine', 'error',
           'responses']

HTTP_PORT = 80
HTTPS_PORT = 443

_UNKNOWN = 'UNKNOWN'

# Connection states.
_CS_IDLE = 'Idle'
_CS_REQ_STARTED = 'Request-started'
_CS_REQ_SENT = 'Request-sent'

responses = {
    100: 'Continue', 101: 'Switching Protocols', 200: 'OK', 201: 'Created',
    202: 'Accepted', 203: 'Non-Authoritative Information', 204: 'No Content',
    205: 'Reset Content', 206: 'Partial Content', 300: 'Multiple Choices',
    301: 'Moved Permanently', 302: 'Found', 303: 'See Other',
    304: 'Not Modified', 305: 'Use Proxy', 306: '(Unused)',
    307: 'Temporary Redirect', 400: 'Bad Request', 401: 'Unauthorized',
    402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found',
    405: 'Method Not Allowed', 406: 'Not Acceptable',
    407: 'Proxy Authentication Required', 408: 'Request Timeout',
    409: 'Conflict', 410: 'Gone', 411: 'Length Required',
    412: 'Precondition Failed', 413: 'Request Entity Too Large',
    414: 'Request-URI Too Long', 415: 'Unsupported Media Type',
    416: 'Requested Range Not Satisfiable', 417: 'Expectation Failed',
    500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway',
    503: 'Service Unavailable', 504: 'Gateway Timeout',
    505: 'HTTP Version Not Supported',
}

CONTINUE = 100
SWITCHING_PROTOCOLS = 101
PROCESSING = 102
OK = 200
CREATED = 201
ACCEPTED = 202
NON_AUTHORITATIVE_INFORMATION = 203
NO_CONTENT = 204
RESET_CONTENT = 205
PARTIAL_CONTENT = 206
MULTI_STATUS = 207
IM_USED = 226
MULTIPLE_CHOICES = 300
MOVED_PERMANENTLY = 301
FOUND = 302
SEE_OTHER = 303
NOT_MODIFIED = 304
USE_PROXY = 305
TEMPORARY_REDIRECT = 307
BAD_REQUEST = 400
UNAUTHORIZED = 401
PAYMENT_REQUIRED = 402
FORBIDDEN = 403
NOT_FOUND = 404
METHOD_NOT_ALLOWED = 405
NOT_ACCEPTABLE = 406
PROXY_AUTHENTICATION_REQUIRED = 407
REQUEST_TIMEOUT = 408
CONFLICT = 409
GONE = 410
LENGTH_REQUIRED = 411
PRECONDITION_FAILED = 412
REQUEST_ENTITY_TOO_LARGE = 413
REQUEST_URI_TOO_LONG = 414
UNSUPPORTED_MEDIA_TYPE = 415
REQUESTED_RANGE_NOT_SATISFIABLE = 416
EXPECTATION_FAILED = 417
UNPROCESSABLE_ENTITY = 422
LOCKED = 423
FAILED_DEPENDENCY = 424
UPGRADE_REQUIRED = 426
INTERNAL_SERVER_ERROR = 500
NOT_IMPLEMENTED = 501
BAD_GATEWAY = 502
SERVICE_UNAVAILABLE = 503
GATEWAY_TIMEOUT = 504
HTTP_VERSION_NOT_SUPPORTED = 505
INSUFFICIENT_STORAGE = 507
NOT_EXTENDED = 510

MAXAMOUNT = 1048576
_MAXLINE = 65536
_MAXHEADERS = 100

_is_legal_header_name = re.compile(r'\A[^:\s][^:\r\n]*\Z').match
# A line break that no continuation line follows.
_is_illegal_header_value = re.compile(r'\n(?![ \t])|\r(?![ \t\n])').search

_contains_disallowed_url_pchar_re = re.compile('[\x00-\x20\x7f-\xff]')
_contains_disallowed_method_pchar_re = re.compile('[\x00-\x1f]')

_METHODS_EXPECTING_BODY = set(['PATCH', 'POST', 'PUT'])


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class UnknownProtocol(HTTPException):
    def __init__(self, version):
        self.args = version,
        self.version = version


class UnknownTransferEncoding(HTTPException):
    pass


class UnimplementedFileMode(HTTPException):
    pass


class IncompleteRead(HTTPException):
    def __init__(self, partial, expected=None):
        self.args = partial,
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        more = ''
        if self.expected is not None:
            more = ', %i more expected' % self.expected
        return 'IncompleteRead(%i bytes read%s)' % (len(self.partial), more)

    def __str__(self):
        return repr(self)


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        if not line:
            line = repr(line)
        self.args = line,
        self.line = line


class LineTooLong(HTTPException):
    def __init__(self, line_type):
        HTTPException.__init__(self, 'got more than %d bytes when reading %s'
                               % (_MAXLINE, line_type))


error = HTTPException


class HTTPMessage(mimetools.Message):
    """Headers in which those of one name are joined."""

    def addheader(self, key, value):
        """Adds a header."""
        before = self.dict.get(key)
        self.dict[key] = (value if before is None
                          else ', '.join((before, value)))

    def addcontinue(self, key, more):
        """Adds a continuation line."""
        self.dict[key] = self.dict[key] + '\n ' + more

    def readheaders(self):
        """Reads the headers up to the empty line."""
        self.dict = {}
        self.unixfrom = ''
        self.headers = []
        self.status = ''
        current = ''
        first = True
        while True:
            if len(self.headers) > _MAXHEADERS:
                raise HTTPException('got more than %d headers' % _MAXHEADERS)
            line = self.fp.readline(_MAXLINE + 1)
            if len(line) > _MAXLINE:
                raise LineTooLong('header line')
            if not line:
                self.status = 'EOF in headers'
                break
            if first and line.startswith('From '):
                self.unixfrom += line
                continue
            first = False
            if current and line[0] in ' \t':
                self.headers.append(line)
                self.addcontinue(current, line.strip())
                continue
            if self.iscomment(line):
                continue
            if self.islast(line):
                break
            current = self.isheader(line)
            if current:
                self.headers.append(line)
                self.addheader(current, line[len(current) + 1:].strip())
                continue
            if current is not None:
                # A header without a name is dropped.
                continue
            # It is skipped.
            self.status = 'Non-header line where header expected'


class HTTPResponse:
    """A response; begin() reads its headers."""

    def __init__(self, sock, debuglevel=0, strict=0, method=None,
                 buffering=False):
        if buffering:
            # Only where the connection ends with the response.
            self.fp = sock.makefile('rb')
        else:
            self.fp = sock.makefile('rb', 0)
        self.debuglevel = debuglevel
        self.strict = strict
        self._method = method
        self.msg = None
        self.version = _UNKNOWN
        self.status = _UNKNOWN
        self.reason = _UNKNOWN
        self.chunked = _UNKNOWN
        self.chunk_left = _UNKNOWN
        self.length = _UNKNOWN
        self.will_close = _UNKNOWN

    def _read_status(self):
        line = self.fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong('header line')
        if self.debuglevel > 0:
            print 'reply:', repr(line)
        if not line:
            raise BadStatusLine("No status line received - the server has "
                                "closed the connection")
        try:
            version, status, reason = line.split(None, 2)
        except ValueError:
            try:
                version, status = line.split(None, 1)
                reason = ''
            except ValueError:
                version = ''
        if not version.startswith('HTTP/'):
            if self.strict:
                self.close()
                raise BadStatusLine(line)
            # HTTP/0.9: what was read is the body's start.
            self.fp = LineAndFileWrapper(line, self.fp)
            return 'HTTP/0.9', 200, ''
        try:
            status = int(status)
        except ValueError:
            raise BadStatusLine(line)
        if not 100 <= status <= 999:
            raise BadStatusLine(line)
        return version, status, reason

    def begin(self):
        """Reads status and headers."""
        if self.msg is not None:
            return
        while True:
            version, status, reason = self._read_status()
            if status != CONTINUE:
                break
            self._skip_headers()
        self.status = status
        self.reason = reason.strip()
        if version == 'HTTP/1.0':
            self.version = 10
        elif version.startswith('HTTP/1.'):
            self.version = 11
        elif version == 'HTTP/0.9':
            self.version = 9
        else:
            raise UnknownProtocol(version)
        if self.version == 9:
            self.length = None
            self.chunked = 0
            self.will_close = 1
            self.msg = HTTPMessage(StringIO())
            return
        self.msg = HTTPMessage(self.fp, 0)
        if self.debuglevel > 0:
            for header in self.msg.headers:
                print 'header:', header,
        self.msg.fp = None
        self._find_length()

    def _skip_headers(self):
        while True:
            line = self.fp.readline(_MAXLINE + 1)
            if len(line) > _MAXLINE:
                raise LineTooLong('header line')
            line = line.strip()
            if not line:
                return
            if self.debuglevel > 0:
                print 'header:', line

    def _find_length(self):
        encoding = self.msg.getheader('transfer-encoding')
        if encoding and encoding.lower() == 'chunked':
            self.chunked = 1
            self.chunk_left = None
        else:
            self.chunked = 0
        self.will_close = self._check_close()
        length = self.msg.getheader('content-length')
        self.length = None
        if length and not self.chunked:
            try:
                self.length = int(length)
            except ValueError:
                pass
            else:
                if self.length < 0:
                    self.length = None
        if (self.status == NO_CONTENT or self.status == NOT_MODIFIED or
                100 <= self.status < 200 or self._method == 'HEAD'):
            self.length = 0
        if not self.will_close and not self.chunked and self.length is None:
            self.will_close = 1

    def _check_close(self):
        connection = self.msg.getheader('connection')
        if self.version == 11:
            return bool(connection and 'close' in connection.lower())
        if self.msg.getheader('keep-alive'):
            return False
        if connection and 'keep-alive' in connection.lower():
            return False
        proxy = self.msg.getheader('proxy-connection')
        if proxy and 'keep-alive' in proxy.lower():
            return False
        return True

    def close(self):
        fp = self.fp
        if fp:
            self.fp = None
            fp.close()

    def isclosed(self):
        """Has all been read?"""
        return self.fp is None

    def read(self, amt=None):
        """The body, or amt bytes of it."""
        if self.fp is None:
            return ''
        if self._method == 'HEAD':
            self.close()
            return ''
        if self.chunked:
            return self._read_chunked(amt)
        if amt is None:
            if self.length is None:
                s = self.fp.read()
            else:
                try:
                    s = self._safe_read(self.length)
                except IncompleteRead:
                    self.close()
                    raise
                self.length = 0
            self.close()
            return s
        if self.length is not None and amt > self.length:
            amt = self.length
        s = self.fp.read(amt)
        if not s and amt:
            self.close()
        if self.length is not None:
            self.length -= len(s)
            if not self.length:
                self.close()
        return s

    def _next_chunk(self):
        """Reads the size of the next chunk."""
        line = self.fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong('chunk size')
        i = line.find(';')
        if i >= 0:
            line = line[:i]
        return int(line, 16)

    def _skip_trailer(self):
        while True:
            line = self.fp.readline(_MAXLINE + 1)
            if len(line) > _MAXLINE:
                raise LineTooLong('trailer line')
            if not line or line == '\r\n':
                return

    def _read_chunked(self, amt):
        chunk_left = self.chunk_left
        value = []
        while True:
            if chunk_left is None:
                try:
                    chunk_left = self._next_chunk()
                except ValueError:
                    # The connection can not go on.
                    self.close()
                    raise IncompleteRead(''.join(value))
                if chunk_left == 0:
                    break
            if amt is None:
                value.append(self._safe_read(chunk_left))
            elif amt < chunk_left:
                value.append(self._safe_read(amt))
                self.chunk_left = chunk_left - amt
                return ''.join(value)
            elif amt == chunk_left:
                value.append(self._safe_read(amt))
                self._safe_read(2)
                self.chunk_left = None
                return ''.join(value)
            else:
                value.append(self._safe_read(chunk_left))
                amt -= chunk_left
            self._safe_read(2)
            chunk_left = None
        self._skip_trailer()
        self.close()
        return ''.join(value)

    def _safe_read(self, amt):
        """amt bytes, or IncompleteRead."""
        pieces = []
        while amt > 0:
            chunk = self.fp.read(min(amt, MAXAMOUNT))
            if not chunk:
                raise IncompleteRead(''.join(pieces), amt)
            pieces.append(chunk)
            amt -= len(chunk)
        return ''.join(pieces)

    def fileno(self):
        return self.fp.fileno()

    def getheader(self, name, default=None):
        """A header by name, or default."""
        if self.msg is None:
            raise ResponseNotReady()
        return self.msg.getheader(name, default)

    def getheaders(self):
        """The headers as pairs."""
        if self.msg is None:
            raise ResponseNotReady()
        return self.msg.items()


class HTTPConnection:
    """A connection to a server."""

    _http_vsn = 11
    _http_vsn_str = 'HTTP/1.1'

    response_class = HTTPResponse
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0
    strict = 0

    def __init__(self, host, port=None, strict=None,
                 timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None):
        self.timeout = timeout
        self.source_address = source_address
        self.sock = None
        self._buffer = []
        self.__response = None
        self.__state = _CS_IDLE
        self._method = None
        self._tunnel_host = None
        self._tunnel_port = None
        self._tunnel_headers = {}
        if strict is not None:
            self.strict = strict
        self.host, self.port = self._get_hostport(host, port)
        self._validate_host(self.host)
        # An attribute, so that it can be replaced for one connection.
        self._create_connection = socket.create_connection

    def set_tunnel(self, host, port=None, headers=None):
        """Asks the proxy for a tunnel to a host."""
        if self.sock:
            raise RuntimeError("Can't setup tunnel for established "
                               "connection.")
        self._tunnel_host, self._tunnel_port = self._get_hostport(host, port)
        if headers:
            self._tunnel_headers = headers
        else:
            self._tunnel_headers.clear()

    def _get_hostport(self, host, port):
        if port is None:
            i = host.rfind(':')
            j = host.rfind(']')  # IPv6 addresses have colons too
            if i > j:
                try:
                    port = int(host[i + 1:])
                except ValueError:
                    if host[i + 1:] != '':
                        raise InvalidURL("nonnumeric port: '%s'"
                                         % host[i + 1:])
                    port = self.default_port
                host = host[:i]
            else:
                port = self.default_port
        if host and host[0] == '[' and host[-1] == ']':
            host = host[1:-1]
        return host, port

    def set_debuglevel(self, level):
        self.debuglevel = level

    def _tunnel(self):
        self.send('CONNECT %s:%d HTTP/1.0\r\n'
                  % (self._tunnel_host, self._tunnel_port))
        for header, value in self._tunnel_headers.iteritems():
            self.send('%s: %s\r\n' % (header, value))
        self.send('\r\n')
        response = self.response_class(self.sock, strict=self.strict,
                                       method=self._method)
        version, code, message = response._read_status()
        if version == 'HTTP/0.9':
            # Whatever it is, it is no proxy.
            self.close()
            raise socket.error('Invalid response from tunnel request')
        if code != 200:
            self.close()
            raise socket.error('Tunnel connection failed: %d %s'
                               % (code, message.strip()))
        response._skip_headers()

    def connect(self):
        """Opens the connection."""
        self.sock = self._create_connection((self.host, self.port),
                                            self.timeout, self.source_address)
        if self._tunnel_host:
            self._tunnel()

    def close(self):
        """Closes the connection and a response that is being read."""
        self.__state = _CS_IDLE
        try:
            sock = self.sock
            if sock:
                self.sock = None
                sock.close()
        finally:
            response = self.__response
            if response:
                self.__response = None
                response.close()

    def send(self, data):
        """Sends a string, a file or an array."""
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if self.debuglevel > 0:
            print 'send:', repr(data)
        if hasattr(data, 'read') and not isinstance(data, array):
            while True:
                block = data.read(8192)
                if not block:
                    break
                self.sock.sendall(block)
        else:
            self.sock.sendall(data)

    def _output(self, s):
        self._buffer.append(s)

    def _send_output(self, message_body=None):
        self._buffer.extend(('', ''))
        msg = '\r\n'.join(self._buffer)
        del self._buffer[:]
        # In one packet, so that no delay comes between.
        if isinstance(message_body, str):
            msg += message_body
            message_body = None
        self.send(msg)
        if message_body is not None:
            self.send(message_body)

    def putrequest(self, method, url, skip_host=0, skip_accept_encoding=0):
        """Starts a request."""
        if self.__response and self.__response.isclosed():
            self.__response = None
        if self.__state != _CS_IDLE:
            raise CannotSendRequest()
        self.__state = _CS_REQ_STARTED
        self._method = method
        url = url or '/'
        self._validate_path(url)
        self._validate_method(method)
        self._output('%s %s %s' % (method, url, self._http_vsn_str))
        if self._http_vsn != 11:
            return
        if not skip_host:
            self._put_host(url)
        if not skip_accept_encoding:
            self.putheader('Accept-Encoding', 'identity')

    def _put_host(self, url):
        netloc = ''
        if url.startswith('http'):
            netloc = urlsplit(url)[1]
        if netloc:
            try:
                netloc = netloc.encode('ascii')
            except UnicodeEncodeError:
                netloc = netloc.encode('idna')
            self.putheader('Host', netloc)
            return
        host, port = self.host, self.port
        if self._tunnel_host:
            host, port = self._tunnel_host, self._tunnel_port
        try:
            host = host.encode('ascii')
        except UnicodeEncodeError:
            host = host.encode('idna')
        if host.find(':') >= 0:
            host = '[' + host + ']'
        if port == self.default_port:
            self.putheader('Host', host)
        else:
            self.putheader('Host', '%s:%s' % (host, port))

    def _validate_method(self, method):
        match = _contains_disallowed_method_pchar_re.search(method)
        if match:
            raise ValueError("method can't contain control characters. %r "
                             "(found at least %r)" % (method, match.group()))

    def _validate_path(self, url):
        match = _contains_disallowed_url_pchar_re.search(url)
        if match:
            raise InvalidURL("URL can't contain control characters. %r "
                             "(found at least %r)" % (url, match.group()))

    def _validate_host(self, host):
        match = _contains_disallowed_url_pchar_re.search(host)
        if match:
            raise InvalidURL("URL can't contain control characters. %r "
                             "(found at least %r)" % (host, match.group()))

    def putheader(self, header, *values):
        """Adds a header to the request."""
        if self.__state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        header = '%s' % header
        if not _is_legal_header_name(header):
            raise ValueError('Invalid header name %r' % (header,))
        values = [str(v) for v in values]
        for one in values:
            if _is_illegal_header_value(one):
                raise ValueError('Invalid header value %r' % (one,))
        self._output('%s: %s' % (header, '\r\n\t'.join(values)))

    def endheaders(self, message_body=None):
        """Ends the headers and sends the request."""
        if self.__state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        self.__state = _CS_REQ_SENT
        self._send_output(message_body)

    def request(self, method, url, body=None, headers={}):
        """Sends a whole request."""
        self._send_request(method, url, body, headers)

    def _set_content_length(self, body, method):
        length = None
        if body is None and method.upper() in _METHODS_EXPECTING_BODY:
            length = '0'
        elif body is not None:
            try:
                length = str(len(body))
            except (TypeError, AttributeError):
                import os
                try:
                    length = str(os.fstat(body.fileno()).st_size)
                except (AttributeError, OSError):
                    if self.debuglevel > 0:
                        print 'Cannot stat!!'
        if length is not None:
            self.putheader('Content-Length', length)

    def _send_request(self, method, url, body, headers):
        names = dict.fromkeys([k.lower() for k in headers])
        skips = {}
        if 'host' in names:
            skips['skip_host'] = 1
        if 'accept-encoding' in names:
            skips['skip_accept_encoding'] = 1
        self.putrequest(method, url, **skips)
        if 'content-length' not in names:
            self._set_content_length(body, method)
        for name, value in headers.iteritems():
            self.putheader(name, value)
        self.endheaders(body)

    def getresponse(self, buffering=False):
        """The response to the request, its headers read."""
        if self.__response and self.__response.isclosed():
            self.__response = None
        if self.__state != _CS_REQ_SENT or self.__response:
            raise ResponseNotReady()
        args = (self.sock,)
        kwds = {'strict': self.strict, 'method': self._method}
        if self.debuglevel > 0:
            args += (self.debuglevel,)
        if buffering:
            kwds['buffering'] = True
        response = self.response_class(*args, **kwds)
        try:
            response.begin()
            self.__state = _CS_IDLE
            if response.will_close:
                # The response keeps the socket.
                self.close()
            else:
                self.__response = response
            return response
        except:
            response.close()
            raise


class HTTP:
    """The interface of HTTP/1.0 times."""

    _http_vsn = 10
    _http_vsn_str = 'HTTP/1.0'
    debuglevel = 0
    _connection_class = HTTPConnection

    def __init__(self, host='', port=None, strict=None):
        if port == 0:
            port = None
        self._setup(self._connection_class(host, port, strict))

    def _setup(self, conn):
        self._conn = conn
        self.send = conn.send
        self.putrequest = conn.putrequest
        self.putheader = conn.putheader
        self.endheaders = conn.endheaders
        self.set_debuglevel = conn.set_debuglevel
        conn._http_vsn = self._http_vsn
        conn._http_vsn_str = self._http_vsn_str
        self.file = None

    def connect(self, host=None, port=None):
        if host is not None:
            self._conn.host, self._conn.port = self._conn._get_hostport(
                host, port)
        self._conn.connect()

    def getfile(self):
        """The body as a file."""
        return self.file

    def getreply(self, buffering=False):
        """(status, reason, headers); -1 as status if there was no reply."""
        try:
            if not buffering:
                response = self._conn.getresponse()
            else:
                response = self._conn.getresponse(buffering)
        except BadStatusLine as e:
            self.file = self._conn.sock.makefile('rb', 0)
            self.close()
            self.headers = None
            return -1, e.line, None
        self.headers = response.msg
        self.file = response.fp
        return response.status, response.reason, response.msg

    def close(self):
        self._conn.close()
        self.file = None


class LineAndFileWrapper:
    """A file with a line put back in front of it."""

    def __init__(self, line, file):
        self._line = line
        self._file = file
        self._line_consumed = 0
        self._line_offset = 0
        self._line_left = len(line)

    def __getattr__(self, attr):
        return getattr(self._file, attr)

    def _done(self):
        self._line_consumed = 1
        self.read = self._file.read
        self.readline = self._file.readline
        self.readlines = self._file.readlines

    def read(self, amt=None):
        if self._line_consumed:
            return self._file.read(amt)
        if amt is None or amt > self._line_left:
            s = self._line[self._line_offset:]
            self._done()
            if amt is None:
                return s + self._file.read()
            return s + self._file.read(amt - len(s))
        i = self._line_offset
        s = self._line[i:i + amt]
        self._line_offset += amt
        self._line_left -= amt
        if self._line_left == 0:
            self._done()
        return s

    def readline(self):
        if self._line_consumed:
            return self._file.readline()
        s = self._line[self._line_offset:]
        self._done()
        return s

    def readlines(self, size=None):
        if self._line_consumed:
            return self._file.readlines(size)
        lines = [self._line[self._line_offset:]]
        self._done()
        if size is None:
            return lines + self._file.readlines()
        return lines + self._file.readlines(size)


try:
    import ssl
except ImportError:
    pass
else:

    class HTTPSConnection(HTTPConnection):
        """A connection to a server over TLS."""

        default_port = HTTPS_PORT

        def __init__(self, host, port=None, key_file=None, cert_file=None,
                     strict=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT,
                     source_address=None, context=None):
            HTTPConnection.__init__(self, host, port, strict, timeout,
                                    source_address)
            self.key_file = key_file
            self.cert_file = cert_file
            if context is None:
                context = ssl._create_default_https_context()
            if key_file or cert_file:
                context.load_cert_chain(cert_file, key_file)
            self._context = context

        def connect(self):
            HTTPConnection.connect(self)
            self.sock = self._context.wrap_socket(
                self.sock, server_hostname=self._tunnel_host or self.host)

    class HTTPS(HTTP):
        """The old interface over TLS."""

        _connection_class = HTTPSConnection

        def __init__(self, host='', port=None, key_file=None, cert_file=None,
                     strict=None, context=None):
            if port == 0:
                port = None
            self._setup(self._connection_class(host, port, key_file,
                                               cert_file, strict,
                                               context=context))
            self.key_file = key_file
            self.cert_file = cert_file

    __all__.append('HTTPSConnection')

    def FakeSocket(sock, sslobj):
        warnings.warn('FakeSocket is deprecated, and won\'t be in 3.x.  '
                      'Use the result of ssl.wrap_socket() directly instead.',
                      DeprecationWarning, stacklevel=2)
        return sslobj
