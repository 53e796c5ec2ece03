"""XML-RPC: calls of functions elsewhere, as XML over HTTP.

ServerProxy makes the calls; dumps() and loads() are the format."""

import base64
import operator
import re
import string
import time

from types import ClassType, InstanceType

try:
    import datetime
except ImportError:
    datetime = None

_bool_is_builtin = 1

__version__ = "1.0.1"

MAXINT = 2L ** 31 - 1
MININT = -2L ** 31

# Codes of faults that servers agree on.
PARSE_ERROR = -32700
SERVER_ERROR = -32600
APPLICATION_ERROR = -32500
SYSTEM_ERROR = -32400
TRANSPORT_ERROR = -32300
NOT_WELLFORMED_ERROR = -32700
UNSUPPORTED_ENCODING = -32701
INVALID_ENCODING_CHAR = -32702
INVALID_XMLRPC = -32600
METHOD_NOT_FOUND = -32601
INVALID_METHOD_PARAMS = -32602
INTERNAL_ERROR = -32603


def _decode(data, encoding, is8bit=re.compile("[\x80-\xff]").search):
    if encoding and is8bit(data):
        data = unicode(data, encoding)
    return data


def escape(s):
    """Text with the characters replaced that are XML's own."""
    return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _stringify(string):
    """A str where ASCII will do."""
    try:
        return string.encode("ascii")
    except UnicodeError:
        return string


class Error(Exception):
    """All errors of this module."""

    def __str__(self):
        return repr(self)


class ProtocolError(Error):
    """What HTTP says in place of an answer."""

    def __init__(self, url, errcode, errmsg, headers):
        Error.__init__(self)
        self.url = url
        self.errcode = errcode
        self.errmsg = errmsg
        self.headers = headers

    def __repr__(self):
        return "<ProtocolError for %s: %s %s>" % (self.url, self.errcode,
                                                  self.errmsg)


class ResponseError(Error):
    """An answer that cannot be understood."""


class Fault(Error):
    """The call failed at the server."""

    def __init__(self, faultCode, faultString, **extra):
        Error.__init__(self)
        self.faultCode = faultCode
        self.faultString = faultString

    def __repr__(self):
        return "<Fault %s: %s>" % (self.faultCode, repr(self.faultString))


# --- values ----------------------------------------------------------------

boolean = Boolean = bool
# Programs of old take them from here.
True, False = True, False


def _strftime(value):
    if datetime and isinstance(value, datetime.datetime):
        return "%04d%02d%02dT%02d:%02d:%02d" % (
            value.year, value.month, value.day, value.hour, value.minute,
            value.second)
    if not isinstance(value, (tuple, time.struct_time)):
        if value == 0:
            value = time.time()
        value = time.localtime(value)
    return "%04d%02d%02dT%02d:%02d:%02d" % tuple(value)[:6]


class DateTime:
    """A moment, as text yyyymmddThh:mm:ss."""

    def __init__(self, value=0):
        if isinstance(value, basestring):
            self.value = value
        else:
            self.value = _strftime(value)

    def make_comparable(self, other):
        if isinstance(other, DateTime):
            return self.value, other.value
        if datetime and isinstance(other, datetime.datetime):
            return self.value, other.strftime("%Y%m%dT%H:%M:%S")
        if isinstance(other, basestring):
            return self.value, other
        if hasattr(other, "timetuple"):
            return self.timetuple(), other.timetuple()
        otype = other.__class__.__name__ if hasattr(other, "__class__") \
            else str(type(other))
        raise TypeError("Can't compare %s and %s" %
                        (self.__class__.__name__, otype))

    def __lt__(self, other):
        s, o = self.make_comparable(other)
        return s < o

    def __le__(self, other):
        s, o = self.make_comparable(other)
        return s <= o

    def __gt__(self, other):
        s, o = self.make_comparable(other)
        return s > o

    def __ge__(self, other):
        s, o = self.make_comparable(other)
        return s >= o

    def __eq__(self, other):
        s, o = self.make_comparable(other)
        return s == o

    def __ne__(self, other):
        s, o = self.make_comparable(other)
        return s != o

    def timetuple(self):
        return time.strptime(self.value, "%Y%m%dT%H:%M:%S")

    def __cmp__(self, other):
        s, o = self.make_comparable(other)
        return cmp(s, o)

    def __str__(self):
        return self.value

    def __repr__(self):
        return "<DateTime %s at %x>" % (repr(self.value), id(self))

    def decode(self, data):
        self.value = string.strip(str(data))

    def encode(self, out):
        out.write("<value><dateTime.iso8601>")
        out.write(self.value)
        out.write("</dateTime.iso8601></value>\n")


def _datetime(data):
    value = DateTime()
    value.decode(data)
    return value


def _datetime_type(data):
    return datetime.datetime(*time.strptime(data, "%Y%m%dT%H:%M:%S")[:6])


class Binary:
    """Bytes that are no text."""

    def __init__(self, data=None):
        self.data = data

    def __str__(self):
        return self.data or ""

    def __cmp__(self, other):
        if isinstance(other, Binary):
            other = other.data
        return cmp(self.data, other)

    def decode(self, data):
        self.data = base64.decodestring(data)

    def encode(self, out):
        import StringIO
        out.write("<value><base64>\n")
        base64.encode(StringIO.StringIO(self.data), out)
        out.write("</base64></value>\n")


def _binary(data):
    value = Binary()
    value.decode(data)
    return value


WRAPPERS = (DateTime, Binary)

# --- reading XML -----------------------------------------------------------

try:
    from xml.parsers import expat
    if not hasattr(expat, "ParserCreate"):
        raise ImportError
except ImportError:
    ExpatParser = None
else:
    class ExpatParser:
        """Feeds an Unmarshaller."""

        def __init__(self, target):
            self._parser = parser = expat.ParserCreate(None, None)
            self._target = target
            parser.StartElementHandler = target.start
            parser.EndElementHandler = target.end
            parser.CharacterDataHandler = target.data
            encoding = None
            if not parser.returns_unicode:
                encoding = "utf-8"
            target.xml(encoding, None)

        def feed(self, data):
            self._parser.Parse(data, 0)

        def close(self):
            try:
                parser = self._parser
            except AttributeError:
                pass
            else:
                # A parser and its handlers refer to each other.
                del self._target, self._parser
                parser.Parse("", 1)

FastParser = FastUnmarshaller = FastMarshaller = None
_Method_cache = None

try:
    import _xmlrpclib
    FastParser = _xmlrpclib.Parser
    FastUnmarshaller = _xmlrpclib.Unmarshaller
    loads = _xmlrpclib.loads
except (ImportError, AttributeError):
    pass

# --- values to XML ---------------------------------------------------------


class Marshaller:
    """dumps() of values."""

    def __init__(self, encoding=None, allow_none=0):
        self.memo = {}
        self.data = None
        self.encoding = encoding
        self.allow_none = allow_none

    dispatch = {}

    def dumps(self, values):
        out = []
        write = out.append
        dump = self.__dump
        if isinstance(values, Fault):
            write("<fault>\n")
            dump({'faultCode': values.faultCode,
                  'faultString': values.faultString}, write)
            write("</fault>\n")
        else:
            write("<params>\n")
            for v in values:
                write("<param>\n")
                dump(v, write)
                write("</param>\n")
            write("</params>\n")
        return string.join(out, "")

    def __dump(self, value, write):
        try:
            f = self.dispatch[type(value)]
        except KeyError:
            # Instances of classes go as their attributes; but not those of
            # subclasses of what has a form of its own.
            try:
                value.__dict__
            except:
                raise TypeError, "cannot marshal %s objects" % type(value)
            for type_ in type(value).__mro__:
                if type_ in self.dispatch.keys():
                    raise TypeError, "cannot marshal %s objects" % type(value)
            f = self.dispatch[InstanceType]
        f(self, value, write)

    def dump_nil(self, value, write):
        if not self.allow_none:
            raise TypeError, "cannot marshal None unless allow_none is enabled"
        write("<value><nil/></value>")
    dispatch[type(None)] = dump_nil

    def dump_int(self, value, write):
        if value > MAXINT or value < MININT:
            raise OverflowError, "int exceeds XML-RPC limits"
        write("<value><int>")
        write(str(value))
        write("</int></value>\n")
    dispatch[int] = dump_int

    def dump_bool(self, value, write):
        write("<value><boolean>")
        write(value and "1" or "0")
        write("</boolean></value>\n")
    dispatch[bool] = dump_bool

    def dump_long(self, value, write):
        if value > MAXINT or value < MININT:
            raise OverflowError, "long int exceeds XML-RPC limits"
        write("<value><int>")
        write(str(int(value)))
        write("</int></value>\n")
    dispatch[long] = dump_long

    def dump_double(self, value, write):
        write("<value><double>")
        write(repr(value))
        write("</double></value>\n")
    dispatch[float] = dump_double

    def dump_string(self, value, write, escape=escape):
        write("<value><string>")
        write(escape(value))
        write("</string></value>\n")
    dispatch[str] = dump_string

    def dump_unicode(self, value, write, escape=escape):
        write("<value><string>")
        write(escape(value).encode(self.encoding, 'xmlcharrefreplace'))
        write("</string></value>\n")
    dispatch[unicode] = dump_unicode

    def dump_array(self, value, write):
        i = id(value)
        if i in self.memo:
            raise TypeError, "cannot marshal recursive sequences"
        self.memo[i] = None
        dump = self.__dump
        write("<value><array><data>\n")
        for v in value:
            dump(v, write)
        write("</data></array></value>\n")
        del self.memo[i]
    dispatch[tuple] = dump_array
    dispatch[list] = dump_array

    def dump_struct(self, value, write, escape=escape):
        i = id(value)
        if i in self.memo:
            raise TypeError, "cannot marshal recursive dictionaries"
        self.memo[i] = None
        dump = self.__dump
        write("<value><struct>\n")
        for k, v in value.items():
            write("<member>\n")
            if type(k) is not str and type(k) is not unicode:
                raise TypeError, "dictionary key must be string"
            k = escape(k)
            if type(k) is unicode:
                k = k.encode(self.encoding, 'xmlcharrefreplace')
            write("<name>%s</name>\n" % k)
            dump(v, write)
            write("</member>\n")
        write("</struct></value>\n")
        del self.memo[i]
    dispatch[dict] = dump_struct

    if datetime:
        def dump_datetime(self, value, write):
            write("<value><dateTime.iso8601>")
            write(_strftime(value))
            write("</dateTime.iso8601></value>\n")
        dispatch[datetime.datetime] = dump_datetime

    def dump_instance(self, value, write):
        if value.__class__ in WRAPPERS:
            self.write = write
            value.encode(self)
            del self.write
        else:
            self.dump_struct(value.__dict__, write)
    dispatch[InstanceType] = dump_instance
    dispatch[DateTime] = dump_instance
    dispatch[Binary] = dump_instance


# --- XML to values ---------------------------------------------------------


class Unmarshaller:
    """Target of a parser: start(), data(), end(); then close()."""

    def __init__(self, use_datetime=0):
        self._type = None
        self._stack = []
        self._marks = []
        self._data = []
        self._methodname = None
        self._encoding = "utf-8"
        self.append = self._stack.append
        self._use_datetime = use_datetime
        if use_datetime and not datetime:
            raise ValueError, "the datetime module is not available"

    def close(self):
        if self._type is None or self._marks:
            raise ResponseError()
        if self._type == "fault":
            raise Fault(**self._stack[0])
        return tuple(self._stack)

    def getmethodname(self):
        return self._methodname

    def xml(self, encoding, standalone):
        self._encoding = encoding

    def start(self, tag, attrs):
        if ':' in tag:
            tag = tag.split(':')[-1]
        if tag == "array" or tag == "struct":
            self._marks.append(len(self._stack))
        self._data = []
        if self._value and tag not in self.dispatch:
            raise ResponseError("unknown tag %r" % tag)
        self._value = (tag == "value")

    _value = 0

    def data(self, text):
        self._data.append(text)

    def end(self, tag, join=string.join):
        return self.end_dispatch(tag, join(self._data, ""))

    def end_dispatch(self, tag, data):
        """Calls the function of a tag."""
        if ':' in tag:
            tag = tag.split(':')[-1]
        f = self.dispatch.get(tag)
        if f is not None:
            return f(self, data)

    dispatch = {}

    def end_nil(self, data):
        self.append(None)
        self._value = 0
    dispatch["nil"] = end_nil

    def end_boolean(self, data):
        if data == "0":
            self.append(False)
        elif data == "1":
            self.append(True)
        else:
            raise TypeError, "bad boolean value"
        self._value = 0
    dispatch["boolean"] = end_boolean

    def end_int(self, data):
        self.append(int(data))
        self._value = 0
    for _tag in ("i1", "i2", "i4", "i8", "int", "biginteger"):
        dispatch[_tag] = end_int
    del _tag

    def end_double(self, data):
        self.append(float(data))
        self._value = 0
    dispatch["double"] = end_double
    dispatch["float"] = end_double

    def end_bigdecimal(self, data):
        from decimal import Decimal
        self.append(Decimal(data))
        self._value = 0
    dispatch["bigdecimal"] = end_bigdecimal

    def end_string(self, data):
        if self._encoding:
            data = _decode(data, self._encoding)
        self.append(_stringify(data))
        self._value = 0
    dispatch["string"] = end_string
    dispatch["name"] = end_string

    def end_array(self, data):
        mark = self._marks.pop()
        # The list stands where its items stood.
        self._stack[mark:] = [self._stack[mark:]]
        self._value = 0
    dispatch["array"] = end_array

    def end_struct(self, data):
        mark = self._marks.pop()
        result = {}
        items = self._stack[mark:]
        for i in range(0, len(items), 2):
            result[_stringify(items[i])] = items[i + 1]
        self._stack[mark:] = [result]
        self._value = 0
    dispatch["struct"] = end_struct

    def end_base64(self, data):
        value = Binary()
        value.decode(data)
        self.append(value)
        self._value = 0
    dispatch["base64"] = end_base64

    def end_dateTime(self, data):
        value = DateTime()
        value.decode(data)
        if self._use_datetime:
            value = _datetime_type(data)
        self.append(value)
    dispatch["dateTime.iso8601"] = end_dateTime

    def end_value(self, data):
        # A value without a type is a string.
        if self._value:
            self.end_string(data)
    dispatch["value"] = end_value

    def end_params(self, data):
        self._type = "params"
    dispatch["params"] = end_params

    def end_fault(self, data):
        self._type = "fault"
    dispatch["fault"] = end_fault

    def end_methodName(self, data):
        if self._encoding:
            data = _decode(data, self._encoding)
        self._methodname = data
        self._type = "methodName"
    dispatch["methodName"] = end_methodName


# --- several calls at once -------------------------------------------------


class _MultiCallMethod:
    def __init__(self, call_list, name):
        self.__call_list = call_list
        self.__name = name

    def __getattr__(self, name):
        return _MultiCallMethod(self.__call_list,
                                "%s.%s" % (self.__name, name))

    def __call__(self, *args):
        self.__call_list.append((self.__name, args))


class MultiCallIterator:
    """The results; those that are faults are raised."""

    def __init__(self, results):
        self.results = results

    def __getitem__(self, i):
        item = self.results[i]
        if type(item) == type({}):
            raise Fault(item['faultCode'], item['faultString'])
        if type(item) == type([]):
            return item[0]
        raise ValueError, "unexpected type in multicall result"


class MultiCall:
    """Collects calls; calling it makes them in one request."""

    def __init__(self, server):
        self.__server = server
        self.__call_list = []

    def __repr__(self):
        return "<MultiCall at %x>" % id(self)

    __str__ = __repr__

    def __getattr__(self, name):
        return _MultiCallMethod(self.__call_list, name)

    def __call__(self):
        calls = [{'methodName': name, 'params': args}
                 for name, args in self.__call_list]
        return MultiCallIterator(self.__server.system.multicall(calls))


# --- the format ------------------------------------------------------------


def getparser(use_datetime=0):
    """(parser, unmarshaller)"""
    if use_datetime and not datetime:
        raise ValueError, "the datetime module is not available"
    target = Unmarshaller(use_datetime=use_datetime)
    return ExpatParser(target), target


def dumps(params, methodname=None, methodresponse=None, encoding=None,
          allow_none=0):
    """The XML of a call, of a response (methodresponse true), of a Fault or
    of a tuple."""
    assert isinstance(params, tuple) or isinstance(params, Fault), \
        "argument must be tuple or Fault instance"
    if isinstance(params, Fault):
        methodresponse = 1
    elif methodresponse and isinstance(params, tuple):
        assert len(params) == 1, "response tuple must be a singleton"
    if not encoding:
        encoding = "utf-8"
    data = Marshaller(encoding, allow_none).dumps(params)
    if encoding != "utf-8":
        xmlheader = "<?xml version='1.0' encoding='%s'?>\n" % str(encoding)
    else:
        xmlheader = "<?xml version='1.0'?>\n"
    if methodname:
        if not isinstance(methodname, str):
            methodname = methodname.encode(encoding, 'xmlcharrefreplace')
        parts = (xmlheader, "<methodCall>\n<methodName>", methodname,
                 "</methodName>\n", data, "</methodCall>\n")
    elif methodresponse:
        parts = (xmlheader, "<methodResponse>\n", data, "</methodResponse>\n")
    else:
        return data
    return string.join(parts, "")


def loads(data, use_datetime=0):
    """(values, name of the method or None); raises a Fault."""
    p, u = getparser(use_datetime=use_datetime)
    p.feed(data)
    p.close()
    return u.close(), u.getmethodname()


try:
    import gzip
except ImportError:
    gzip = None


def gzip_encode(data):
    """Data compressed."""
    if not gzip:
        raise NotImplementedError
    import StringIO
    f = StringIO.StringIO()
    gzf = gzip.GzipFile(mode="wb", fileobj=f, compresslevel=1)
    gzf.write(data)
    gzf.close()
    encoded = f.getvalue()
    f.close()
    return encoded


def gzip_decode(data, max_decode=20971520):
    """And back; ValueError for what is wrong or longer than max_decode."""
    if not gzip:
        raise NotImplementedError
    import StringIO
    f = StringIO.StringIO(data)
    gzf = gzip.GzipFile(mode="rb", fileobj=f)
    try:
        if max_decode < 0:
            decoded = gzf.read()
        else:
            decoded = gzf.read(max_decode + 1)
    except IOError:
        raise ValueError("invalid data")
    f.close()
    gzf.close()
    if max_decode >= 0 and len(decoded) > max_decode:
        raise ValueError("max gzipped payload length exceeded")
    return decoded


if gzip:
    class GzipDecodedResponse(gzip.GzipFile):
        """A response of HTTP, read decompressed."""

        def __init__(self, response):
            import StringIO
            # The gzip format needs to be read as a file.
            self.stringio = StringIO.StringIO(response.read())
            gzip.GzipFile.__init__(self, mode="rb", fileobj=self.stringio)

        def close(self):
            try:
                gzip.GzipFile.close(self)
            finally:
                self.stringio.close()


# --- calls over HTTP -------------------------------------------------------


class _Method:
    """A name, with dots, that can be called."""

    def __init__(self, send, name):
        self.__send = send
        self.__name = name

    def __getattr__(self, name):
        return _Method(self.__send, "%s.%s" % (self.__name, name))

    def __call__(self, *args):
        return self.__send(self.__name, args)


class Transport:
    """Sends requests over one connection that stays."""

    user_agent = "xmlrpclib.py/%s (by www.pythonware.com)" % __version__

    accept_gzip_encoding = True
    # Requests longer than that are compressed; None: none.
    encode_threshold = None

    def __init__(self, use_datetime=0):
        self._use_datetime = use_datetime
        self._connection = (None, None)
        self._extra_headers = []

    def request(self, host, handler, request_body, verbose=0):
        """The values of the answer; once again if the server has closed the
        connection meanwhile."""
        import errno
        import httplib
        import socket
        for i in (0, 1):
            try:
                return self.single_request(host, handler, request_body,
                                           verbose)
            except socket.error, e:
                if i or e.errno not in (errno.ECONNRESET, errno.ECONNABORTED,
                                        errno.EPIPE):
                    raise
            except httplib.BadStatusLine:
                if i:
                    raise

    def single_request(self, host, handler, request_body, verbose=0):
        h = self.make_connection(host)
        if verbose:
            h.set_debuglevel(1)
        try:
            self.send_request(h, handler, request_body)
            self.send_host(h, host)
            self.send_user_agent(h)
            self.send_content(h, request_body)
            response = h.getresponse(buffering=True)
            if response.status == 200:
                self.verbose = verbose
                return self.parse_response(response)
        except Fault:
            raise
        except Exception:
            # The state of the connection is not known any more.
            self.close()
            raise
        if response.getheader("content-length", 0):
            response.read()
        raise ProtocolError(host + handler, response.status, response.reason,
                            response.msg)

    def getparser(self):
        return getparser(use_datetime=self._use_datetime)

    def get_host_info(self, host):
        """(host, headers, x509) of a host that may carry a password."""
        x509 = {}
        if isinstance(host, tuple):
            host, x509 = host
        import urllib
        auth, host = urllib.splituser(host)
        if auth:
            auth = base64.encodestring(urllib.unquote(auth))
            auth = string.join(string.split(auth), "")
            extra_headers = [("Authorization", "Basic " + auth)]
        else:
            extra_headers = None
        return host, extra_headers, x509

    def make_connection(self, host):
        if self._connection and host == self._connection[0]:
            return self._connection[1]
        import httplib
        chost, self._extra_headers, x509 = self.get_host_info(host)
        self._connection = host, httplib.HTTPConnection(chost)
        return self._connection[1]

    def close(self):
        host, connection = self._connection
        if connection:
            self._connection = (None, None)
            connection.close()

    def send_request(self, connection, handler, request_body):
        if self.accept_gzip_encoding and gzip:
            connection.putrequest("POST", handler, skip_accept_encoding=True)
            connection.putheader("Accept-Encoding", "gzip")
        else:
            connection.putrequest("POST", handler)

    def send_host(self, connection, host):
        extra_headers = self._extra_headers
        if extra_headers:
            if isinstance(extra_headers, dict):
                extra_headers = extra_headers.items()
            for key, value in extra_headers:
                connection.putheader(key, value)

    def send_user_agent(self, connection):
        connection.putheader("User-Agent", self.user_agent)

    def send_content(self, connection, request_body):
        connection.putheader("Content-Type", "text/xml")
        if self.encode_threshold is not None and \
                self.encode_threshold < len(request_body) and gzip:
            connection.putheader("Content-Encoding", "gzip")
            request_body = gzip_encode(request_body)
        connection.putheader("Content-Length", str(len(request_body)))
        connection.endheaders(request_body)

    def parse_response(self, response):
        stream = response
        if hasattr(response, 'getheader') and \
                response.getheader("Content-Encoding", "") == "gzip":
            stream = GzipDecodedResponse(response)
        p, u = self.getparser()
        while 1:
            data = stream.read(1024)
            if not data:
                break
            if self.verbose:
                print "body:", repr(data)
            p.feed(data)
        if stream is not response:
            stream.close()
        p.close()
        return u.close()


class SafeTransport(Transport):
    """The same over https."""

    def __init__(self, use_datetime=0, context=None):
        Transport.__init__(self, use_datetime=use_datetime)
        self.context = context

    def make_connection(self, host):
        if self._connection and host == self._connection[0]:
            return self._connection[1]
        import httplib
        try:
            HTTPS = httplib.HTTPSConnection
        except AttributeError:
            raise NotImplementedError(
                "your version of httplib doesn't support HTTPS")
        chost, self._extra_headers, x509 = self.get_host_info(host)
        self._connection = host, HTTPS(chost, None, context=self.context,
                                       **(x509 or {}))
        return self._connection[1]


class ServerProxy:
    """A server: its methods are attributes."""

    def __init__(self, uri, transport=None, encoding=None, verbose=0,
                 allow_none=0, use_datetime=0, context=None):
        if isinstance(uri, unicode):
            uri = uri.encode('ISO-8859-1')
        import urllib
        type, uri = urllib.splittype(uri)
        if type not in ("http", "https"):
            raise IOError, "unsupported XML-RPC protocol"
        self.__host, self.__handler = urllib.splithost(uri)
        if not self.__handler:
            self.__handler = "/RPC2"
        if transport is None:
            if type == "https":
                transport = SafeTransport(use_datetime=use_datetime,
                                          context=context)
            else:
                transport = Transport(use_datetime=use_datetime)
        self.__transport = transport
        self.__encoding = encoding
        self.__verbose = verbose
        self.__allow_none = allow_none

    def __close(self):
        self.__transport.close()

    def __request(self, methodname, params):
        request = dumps(params, methodname, encoding=self.__encoding,
                        allow_none=self.__allow_none)
        response = self.__transport.request(self.__host, self.__handler,
                                            request, verbose=self.__verbose)
        if len(response) == 1:
            response = response[0]
        return response

    def __repr__(self):
        return "<ServerProxy for %s%s>" % (self.__host, self.__handler)

    __str__ = __repr__

    def __getattr__(self, name):
        return _Method(self.__request, name)

    def __call__(self, attr):
        """What has no name that Python could write: proxy('close')()."""
        if attr == "close":
            return self.__close
        if attr == "transport":
            return self.__transport
        raise AttributeError("Attribute %r not found" % (attr,))


Server = ServerProxy
