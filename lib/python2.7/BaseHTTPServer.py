"""A server for HTTP: reads requests and calls do_METHOD() of the handler."""

import sys
import time
import socket
from warnings import filterwarnings, catch_warnings
with catch_warnings():
    if sys.py3kwarning:
        filterwarnings('ignore', '.*mimetools has been removed',
                       DeprecationWarning)
    import mimetools

import SocketServer

__version__ = '0.3'

__all__ = ['HTTPServer', 'BaseHTTPRequestHandler']

DEFAULT_ERROR_MESSAGE = '''\
<head>
<title>Error response</title>
</head>
<body>
<h1>Error response</h1>
<p>Error code %(code)d.
<p>Message: %(message)s.
<p>Error code explanation: %(code)s = %(explain)s.
</body>
'''

DEFAULT_ERROR_CONTENT_TYPE = 'text/html'


_versions = {'HTTP/1.0': (1, 0), 'HTTP/1.1': (1, 1)}


def _quote_html(html):
    return html.replace('&', '&amp;').replace('<', '&lt;').replace('>',
                                                                   '&gt;')


class HTTPServer(SocketServer.TCPServer):
    """A server that knows its own name and port."""

    allow_reuse_address = 1

    def server_bind(self):
        SocketServer.TCPServer.server_bind(self)
        host, port = self.socket.getsockname()[:2]
        self.server_name = socket.getfqdn(host)
        self.server_port = port


class BaseHTTPRequestHandler(SocketServer.StreamRequestHandler):
    """Handles requests of a connection; subclasses add do_GET() and so on."""

    sys_version = 'Python/' + sys.version.split()[0]
    server_version = 'BaseHTTP/' + __version__
    default_request_version = 'HTTP/0.9'
    protocol_version = 'HTTP/1.0'
    error_message_format = DEFAULT_ERROR_MESSAGE
    error_content_type = DEFAULT_ERROR_CONTENT_TYPE
    MessageClass = mimetools.Message

    def parse_request(self):
        """Takes the request line and the headers apart; false: an error has
        been sent."""
        self.command = None
        self.request_version = version = self.default_request_version
        self.close_connection = 1
        requestline = self.raw_requestline.rstrip('\r\n')
        self.requestline = requestline
        words = requestline.split()
        if len(words) == 3:
            command, path, version = words
            if version[:5] != 'HTTP/':
                self.send_error(400, 'Bad request version (%r)' % version)
                return False
            number = _versions.get(version)
            if number is None:
                try:
                    number = version.split('/', 1)[1].split('.')
                    if len(number) != 2:
                        raise ValueError
                    number = int(number[0]), int(number[1])
                except (ValueError, IndexError):
                    self.send_error(400,
                                    'Bad request version (%r)' % version)
                    return False
            if number >= (1, 1) and self.protocol_version >= 'HTTP/1.1':
                self.close_connection = 0
            if number >= (2, 0):
                self.send_error(505, 'Invalid HTTP Version (%s)'
                                % version.split('/', 1)[1])
                return False
        elif len(words) == 2:
            command, path = words
            self.close_connection = 1
            if command != 'GET':
                self.send_error(400, 'Bad HTTP/0.9 request type (%r)'
                                % command)
                return False
        elif not words:
            return False
        else:
            self.send_error(400, 'Bad request syntax (%r)' % requestline)
            return False
        self.command, self.path = command, path
        self.request_version = version
        self.headers = self.MessageClass(self.rfile, 0)
        connection = self.headers.get('Connection', '').lower()
        if connection == 'close':
            self.close_connection = 1
        elif (connection == 'keep-alive' and
              self.protocol_version >= 'HTTP/1.1'):
            self.close_connection = 0
        return True

    def handle_one_request(self):
        """Reads a request and answers it."""
        try:
            self.raw_requestline = self.rfile.readline(65537)
            if len(self.raw_requestline) > 65536:
                self.requestline = ''
                self.request_version = ''
                self.command = ''
                self.send_error(414)
                return
            if not self.raw_requestline:
                self.close_connection = 1
                return
            if not self.parse_request():
                return
            name = 'do_' + self.command
            if not hasattr(self, name):
                self.send_error(501, 'Unsupported method (%r)' % self.command)
                return
            getattr(self, name)()
            self.wfile.flush()
        except socket.timeout as e:
            self.log_error('Request timed out: %r', e)
            self.close_connection = 1

    def handle(self):
        """Answers requests as long as the connection is kept."""
        self.close_connection = 1
        self.handle_one_request()
        while not self.close_connection:
            self.handle_one_request()

    def send_error(self, code, message=None):
        """Sends an error's page and logs it."""
        short, long = self.responses.get(code, ('???', '???'))
        if message is None:
            message = short
        explain = long
        self.log_error('code %d, message %s', code, message)
        self.send_response(code, message)
        self.send_header('Connection', 'close')
        content = None
        if code >= 200 and code not in (204, 205, 304):
            content = self.error_message_format % {
                'code': code, 'message': _quote_html(message),
                'explain': explain}
            self.send_header('Content-Type', self.error_content_type)
        self.end_headers()
        if self.command != 'HEAD' and content:
            self.wfile.write(content)

    def send_response(self, code, message=None):
        """Sends the status line and the usual headers."""
        self.log_request(code)
        if message is None:
            message = self.responses[code][0] if code in self.responses \
                else ''
        if self.request_version != 'HTTP/0.9':
            self.wfile.write('%s %d %s\r\n' % (self.protocol_version, code,
                                               message))
        self.send_header('Server', self.version_string())
        self.send_header('Date', self.date_time_string())

    def send_header(self, keyword, value):
        """Sends a header."""
        if self.request_version != 'HTTP/0.9':
            self.wfile.write('%s: %s\r\n' % (keyword, value))
        if keyword.lower() == 'connection':
            if value.lower() == 'close':
                self.close_connection = 1
            elif value.lower() == 'keep-alive':
                self.close_connection = 0

    def end_headers(self):
        """Sends the empty line."""
        if self.request_version != 'HTTP/0.9':
            self.wfile.write('\r\n')

    def log_request(self, code='-', size='-'):
        self.log_message('"%s" %s %s', self.requestline, str(code), str(size))

    def log_error(self, format, *args):
        self.log_message(format, *args)

    def log_message(self, format, *args):
        """Logs a line on stderr; may be overridden."""
        sys.stderr.write('%s - - [%s] %s\n' % (
            self.client_address[0], self.log_date_time_string(),
            format % args))

    def version_string(self):
        return self.server_version + ' ' + self.sys_version

    def date_time_string(self, timestamp=None):
        """A time as headers have it."""
        if timestamp is not None:
            return self._date(timestamp)
        now = int(time.time())
        second, handler, text = BaseHTTPRequestHandler._latest_date
        if second != now or handler is not self.__class__:
            text = self._date(now)
            BaseHTTPRequestHandler._latest_date = now, self.__class__, text
        return text

    # The second of the latest answer, by which class, and its date.
    _latest_date = None, None, ''

    def _date(self, timestamp):
        year, month, day, hh, mm, ss, wd, y, z = time.gmtime(timestamp)
        return '%s, %02d %3s %4d %02d:%02d:%02d GMT' % (
            self.weekdayname[wd], day, self.monthname[month], year, hh, mm,
            ss)

    def log_date_time_string(self):
        """The time as the log has it."""
        year, month, day, hh, mm, ss, x, y, z = time.localtime(time.time())
        return '%02d/%3s/%04d %02d:%02d:%02d' % (
            day, self.monthname[month], year, hh, mm, ss)

    weekdayname = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
    monthname = [None, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug',
                 'Sep', 'Oct', 'Nov', 'Dec']

    def address_string(self):
        """The client's name."""
        return socket.getfqdn(self.client_address[:2][0])

    # Status: short text, explanation.
    responses = {
        100: ('Continue', 'Request received, please continue'),
        101: ('Switching Protocols',
              'Switching to new protocol; obey Upgrade header'),
        200: ('OK', 'Request fulfilled, document follows'),
        201: ('Created', 'Document created, URL follows'),
        202: ('Accepted', 'Request accepted, processing continues off-line'),
        203: ('Non-Authoritative Information', 'Request fulfilled from cache'),
        204: ('No Content', 'Request fulfilled, nothing follows'),
        205: ('Reset Content', 'Clear input form for further input.'),
        206: ('Partial Content', 'Partial content follows.'),
        300: ('Multiple Choices', 'Object has several resources -- see URI '
              'list'),
        301: ('Moved Permanently', 'Object moved permanently -- see URI list'),
        302: ('Found', 'Object moved temporarily -- see URI list'),
        303: ('See Other', 'Object moved -- see Method and URL list'),
        304: ('Not Modified', 'Document has not changed since given time'),
        305: ('Use Proxy', 'You must use proxy specified in Location to '
              'access this resource.'),
        307: ('Temporary Redirect', 'Object moved temporarily -- see URI '
              'list'),
        400: ('Bad Request', 'Bad request syntax or unsupported method'),
        401: ('Unauthorized', 'No permission -- see authorization schemes'),
        402: ('Payment Required', 'No payment -- see charging schemes'),
        403: ('Forbidden', 'Request forbidden -- authorization will not '
              'help'),
        404: ('Not Found', 'Nothing matches the given URI'),
        405: ('Method Not Allowed', 'Specified method is invalid for this '
              'resource.'),
        406: ('Not Acceptable', 'URI not available in preferred format.'),
        407: ('Proxy Authentication Required', 'You must authenticate with '
              'this proxy before proceeding.'),
        408: ('Request Timeout', 'Request timed out; try again later.'),
        409: ('Conflict', 'Request conflict.'),
        410: ('Gone', 'URI no longer exists and has been permanently '
              'removed.'),
        411: ('Length Required', 'Client must specify Content-Length.'),
        412: ('Precondition Failed', 'Precondition in headers is false.'),
        413: ('Request Entity Too Large', 'Entity is too large.'),
        414: ('Request-URI Too Long', 'URI is too long.'),
        415: ('Unsupported Media Type', 'Entity body in unsupported format.'),
        416: ('Requested Range Not Satisfiable', 'Cannot satisfy request '
              'range.'),
        417: ('Expectation Failed', 'Expect condition could not be '
              'satisfied.'),
        500: ('Internal Server Error', 'Server got itself in trouble'),
        501: ('Not Implemented', 'Server does not support this operation'),
        502: ('Bad Gateway', 'Invalid responses from another server/proxy.'),
        503: ('Service Unavailable', 'The server cannot process the request '
              'due to a high load'),
        504: ('Gateway Timeout', 'The gateway server did not receive a '
              'timely response'),
        505: ('HTTP Version Not Supported', 'Cannot fulfill request.'),
    }


def test(HandlerClass=BaseHTTPRequestHandler, ServerClass=HTTPServer,
         protocol='HTTP/1.0'):
    """Serves on port 8000, or on that of the first argument."""
    port = int(sys.argv[1]) if sys.argv[1:] else 8000
    HandlerClass.protocol_version = protocol
    httpd = ServerClass(('', port), HandlerClass)
    place = httpd.socket.getsockname()
    print 'Serving HTTP on', place[0], 'port', place[1], '...'
    httpd.serve_forever()


if __name__ == '__main__':
    test()
