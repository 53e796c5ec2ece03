"""Opens URLs through a chain of handlers.

An OpenerDirector asks its handlers in the order of their handler_order: those
with PROTOCOL_request change the request, of those with PROTOCOL_open the first
that answers wins, those with PROTOCOL_response change the answer, and
PROTOCOL_error_CODE deal with errors."""

import base64
import bisect
import hashlib
import httplib
import mimetools
import os
import posixpath
import re
import socket
import sys
import time
import urlparse
import warnings

try:
    from cStringIO import StringIO
except ImportError:
    from StringIO import StringIO

from urllib import (unwrap, unquote, splittype, splithost, addinfourl,
                    splitport, splittag, splitattr, ftpwrapper,
                    splituser, splitpasswd, splitvalue, url2pathname,
                    getproxies, proxy_bypass, quote, localhost)

__version__ = sys.version[:3]

_opener = None


def urlopen(url, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT,
            cafile=None, capath=None, cadefault=False, context=None):
    """A file for reading what a URL or Request names."""
    global _opener
    if cafile or capath or cadefault:
        if context is not None:
            raise ValueError("You can't pass both context and any of cafile, "
                             'capath, and cadefault')
        import ssl
        context = ssl.create_default_context(
            purpose=ssl.Purpose.SERVER_AUTH, cafile=cafile, capath=capath)
    if context is not None:
        opener = build_opener(HTTPSHandler(context=context))
    elif _opener is None:
        _opener = opener = build_opener()
    else:
        opener = _opener
    return opener.open(url, data, timeout)


def install_opener(opener):
    """Makes urlopen() use this opener."""
    global _opener
    _opener = opener


class URLError(IOError):
    """A URL could not be opened."""

    def __init__(self, reason):
        self.args = reason,
        self.reason = reason

    def __str__(self):
        return '<urlopen error %s>' % self.reason


class HTTPError(URLError, addinfourl):
    """An answer that tells of an error: an exception and a file."""

    __super_init = addinfourl.__init__

    def __init__(self, url, code, msg, hdrs, fp):
        self.code = code
        self.msg = msg
        self.hdrs = hdrs
        self.fp = fp
        self.filename = url
        if fp is not None:
            self.__super_init(fp, hdrs, url, code)

    def __str__(self):
        return 'HTTP Error %s: %s' % (self.code, self.msg)

    @property
    def reason(self):
        return self.msg

    def info(self):
        return self.hdrs


_cut_port_re = re.compile(r':\d+$')


def request_host(request):
    """The host of a request, in lower case and without port."""
    host = urlparse.urlparse(request.get_full_url())[1]
    if host == '':
        host = request.get_header('Host', '')
    return _cut_port_re.sub('', host, 1).lower()


class Request:
    """A URL with data and headers."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None,
                 unverifiable=False):
        self.__original = unwrap(url)
        self.__original, self.__fragment = splittag(self.__original)
        self.type = None
        self.host = None
        self.port = None
        self._tunnel_host = None
        self.data = data
        self.headers = {}
        for key, value in headers.items():
            self.add_header(key, value)
        self.unredirected_hdrs = {}
        if origin_req_host is None:
            origin_req_host = request_host(self)
        self.origin_req_host = origin_req_host
        self.unverifiable = unverifiable

    def __getattr__(self, attr):
        # What get_type() and get_host() find out.
        if attr in ('_Request__r_type', '_Request__r_host'):
            getattr(self, 'get_' + attr[12:])()
            return self.__dict__[attr]
        raise AttributeError(attr)

    def get_method(self):
        return 'POST' if self.has_data() else 'GET'

    def add_data(self, data):
        self.data = data

    def has_data(self):
        return self.data is not None

    def get_data(self):
        return self.data

    def get_full_url(self):
        if self.__fragment:
            return '%s#%s' % (self.__original, self.__fragment)
        return self.__original

    def get_type(self):
        if self.type is None:
            self.type, self.__r_type = splittype(self.__original)
            if self.type is None:
                raise ValueError('unknown url type: %s' % self.__original)
        return self.type

    def get_host(self):
        if self.host is None:
            self.host, self.__r_host = splithost(self.__r_type)
            if self.host:
                self.host = unquote(self.host)
        return self.host

    def get_selector(self):
        return self.__r_host

    def set_proxy(self, host, type):
        if self.type == 'https' and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type = type
            self.__r_host = self.__original
        self.host = host

    def has_proxy(self):
        return self.__r_host == self.__original

    def get_origin_req_host(self):
        return self.origin_req_host

    def is_unverifiable(self):
        return self.unverifiable

    def add_header(self, key, val):
        """Adds a header, in the spelling that all have."""
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        """Adds a header that redirections do not take along."""
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return (header_name in self.headers or
                header_name in self.unredirected_hdrs)

    def get_header(self, header_name, default=None):
        return self.headers.get(
            header_name, self.unredirected_hdrs.get(header_name, default))

    def header_items(self):
        hdrs = self.unredirected_hdrs.copy()
        hdrs.update(self.headers)
        return hdrs.items()


class OpenerDirector:
    """The chain of handlers."""

    def __init__(self):
        self.addheaders = [('User-agent', 'Python-urllib/%s' % __version__)]
        self.handlers = []
        self.handle_open = {}
        self.handle_error = {}
        self.process_response = {}
        self.process_request = {}

    def add_handler(self, handler):
        """Adds a handler wherever its methods fit."""
        if not hasattr(handler, 'add_parent'):
            raise TypeError('expected BaseHandler instance, got %r'
                            % type(handler))
        added = False
        for meth in dir(handler):
            if meth in ('redirect_request', 'do_open', 'proxy_open'):
                continue
            if self._add_method(handler, meth):
                added = True
        if added:
            bisect.insort(self.handlers, handler)
            handler.add_parent(self)

    def _add_method(self, handler, meth):
        i = meth.find('_')
        protocol = meth[:i]
        condition = meth[i + 1:]
        if condition.startswith('error'):
            j = condition.find('_') + i + 1
            kind = meth[j + 1:]
            try:
                kind = int(kind)
            except ValueError:
                pass
            lookup = self.handle_error.setdefault(protocol, {})
        elif condition == 'open':
            kind = protocol
            lookup = self.handle_open
        elif condition == 'response':
            kind = protocol
            lookup = self.process_response
        elif condition == 'request':
            kind = protocol
            lookup = self.process_request
        else:
            return False
        handlers = lookup.setdefault(kind, [])
        if handlers:
            bisect.insort(handlers, handler)
        else:
            handlers.append(handler)
        return True

    def close(self):
        """Nothing; kept for programs that call it."""

    def _call_chain(self, chain, kind, meth_name, *args):
        for handler in chain.get(kind, ()):
            result = getattr(handler, meth_name)(*args)
            if result is not None:
                return result

    def open(self, fullurl, data=None,
             timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        """Opens a URL or Request."""
        if isinstance(fullurl, basestring):
            req = Request(fullurl, data)
        else:
            req = fullurl
            if data is not None:
                req.add_data(data)
        req.timeout = timeout
        protocol = req.get_type()
        for processor in self.process_request.get(protocol, []):
            req = getattr(processor, protocol + '_request')(req)
        response = self._open(req, data)
        for processor in self.process_response.get(protocol, []):
            response = getattr(processor, protocol + '_response')(req,
                                                                  response)
        return response

    def _open(self, req, data=None):
        result = self._call_chain(self.handle_open, 'default',
                                  'default_open', req)
        if result:
            return result
        protocol = req.get_type()
        result = self._call_chain(self.handle_open, protocol,
                                  protocol + '_open', req)
        if result:
            return result
        return self._call_chain(self.handle_open, 'unknown', 'unknown_open',
                                req)

    def error(self, proto, *args):
        """Lets the handlers deal with an error."""
        is_http = proto in ('http', 'https')
        if is_http:
            # https has the same handlers as http.
            chain = self.handle_error.get('http', {})
            kind = args[2]
            meth_name = 'http_error_%s' % kind
        else:
            chain = self.handle_error
            kind = proto
            meth_name = proto + '_error'
        result = self._call_chain(chain, kind, meth_name, *args)
        if result:
            return result
        if is_http:
            return self._call_chain(chain, 'default', 'http_error_default',
                                    *args)


def build_opener(*handlers):
    """An opener with the usual handlers and these (classes or instances),
    which take the place of those that they inherit from."""
    classes = [ProxyHandler, UnknownHandler, HTTPHandler,
               HTTPDefaultErrorHandler, HTTPRedirectHandler, FTPHandler,
               FileHandler, HTTPErrorProcessor]
    if hasattr(httplib, 'HTTPS'):
        classes.append(HTTPSHandler)
    opener = OpenerDirector()

    def is_class(obj):
        import types
        return isinstance(obj, (types.ClassType, type))

    for klass in classes:
        replaced = False
        for h in handlers:
            if is_class(h):
                replaced = replaced or issubclass(h, klass)
            else:
                replaced = replaced or isinstance(h, klass)
        if not replaced:
            opener.add_handler(klass())
    for h in handlers:
        opener.add_handler(h() if is_class(h) else h)
    return opener


class BaseHandler:
    """The base of handlers."""

    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        """Nothing; kept for programs that call it."""

    def __lt__(self, other):
        if not hasattr(other, 'handler_order'):
            # After those that are not ours.
            return True
        return self.handler_order < other.handler_order


class HTTPErrorProcessor(BaseHandler):
    """Turns answers that tell of errors over to the error handlers."""

    handler_order = 1000  # after all others

    def http_response(self, request, response):
        code, msg, hdrs = response.code, response.msg, response.info()
        if not 200 <= code < 300:
            response = self.parent.error('http', request, response, code, msg,
                                         hdrs)
        return response

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    """Raises HTTPError."""

    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(req.get_full_url(), code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
    """Follows redirections, not too many."""

    max_repeats = 4
    max_redirections = 10

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        """The request that follows; HTTPError if it is not allowed."""
        m = req.get_method()
        if (code in (301, 302, 303, 307) and m in ('GET', 'HEAD') or
                code in (301, 302, 303) and m == 'POST'):
            newurl = newurl.replace(' ', '%20')
            kept = dict((k, v) for k, v in req.headers.items()
                        if k.lower() not in ('content-length',
                                             'content-type'))
            return Request(newurl, headers=kept,
                           origin_req_host=req.get_origin_req_host(),
                           unverifiable=True)
        raise HTTPError(req.get_full_url(), code, msg, headers, fp)

    def http_error_302(self, req, fp, code, msg, headers):
        if 'location' in headers:
            newurl = headers.getheaders('location')[0]
        elif 'uri' in headers:
            newurl = headers.getheaders('uri')[0]
        else:
            return
        parts = urlparse.urlparse(newurl)
        if not parts.path and parts.netloc:
            parts = list(parts)
            parts[2] = '/'
        newurl = urlparse.urlunparse(parts)
        newurl = urlparse.urljoin(req.get_full_url(), newurl)
        if not newurl.lower().startswith(('http://', 'https://', 'ftp://')):
            raise HTTPError(newurl, code, msg +
                            " - Redirection to url '%s' is not allowed"
                            % newurl, headers, fp)
        new = self.redirect_request(req, fp, code, msg, headers, newurl)
        if new is None:
            return
        if hasattr(req, 'redirect_dict'):
            visited = new.redirect_dict = req.redirect_dict
            if (visited.get(newurl, 0) >= self.max_repeats or
                    len(visited) >= self.max_redirections):
                raise HTTPError(req.get_full_url(), code,
                                self.inf_msg + msg, headers, fp)
        else:
            visited = new.redirect_dict = req.redirect_dict = {}
        visited[newurl] = visited.get(newurl, 0) + 1
        fp.read()
        fp.close()
        return self.parent.open(new, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_302

    inf_msg = ('The HTTP server returned a redirect error that would lead to '
               'an infinite loop.\nThe last 30x error message was:\n')


def _parse_proxy(proxy):
    """(scheme, user, password, host and port) of a proxy's URL"""
    scheme, r_scheme = splittype(proxy)
    if not r_scheme.startswith('/'):
        scheme = None
        authority = proxy
    else:
        if not r_scheme.startswith('//'):
            raise ValueError('proxy URL with no authority: %r' % proxy)
        end = r_scheme.find('/', 2)
        if end == -1:
            end = None
        authority = r_scheme[2:end]
    userinfo, hostport = splituser(authority)
    user = password = None
    if userinfo is not None:
        user, password = splitpasswd(userinfo)
    return scheme, user, password, hostport


class ProxyHandler(BaseHandler):
    """Sends requests through proxies."""

    handler_order = 100

    def __init__(self, proxies=None):
        if proxies is None:
            proxies = getproxies()
        assert hasattr(proxies, 'has_key'), 'proxies must be a mapping'
        self.proxies = proxies
        for type, url in proxies.items():
            setattr(self, '%s_open' % type,
                    lambda r, proxy=url, type=type, meth=self.proxy_open:
                    meth(r, proxy, type))

    def proxy_open(self, req, proxy, type):
        orig_type = req.get_type()
        proxy_type, user, password, hostport = _parse_proxy(proxy)
        if proxy_type is None:
            proxy_type = orig_type
        if req.host and proxy_bypass(req.host):
            return None
        if user and password:
            user_pass = '%s:%s' % (unquote(user), unquote(password))
            creds = base64.b64encode(user_pass).strip()
            req.add_header('Proxy-authorization', 'Basic ' + creds)
        req.set_proxy(unquote(hostport), proxy_type)
        if orig_type == proxy_type or orig_type == 'https':
            # Other handlers go on with it.
            return None
        return self.parent.open(req, timeout=req.timeout)


class HTTPPasswordMgr:
    """Passwords by realm and URL."""

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        if isinstance(uri, basestring):
            uri = [uri]
        if realm not in self.passwd:
            self.passwd[realm] = {}
        for default_port in True, False:
            reduced = tuple([self.reduce_uri(u, default_port) for u in uri])
            self.passwd[realm][reduced] = user, passwd

    def find_user_password(self, realm, authuri):
        domains = self.passwd.get(realm, {})
        for default_port in True, False:
            reduced = self.reduce_uri(authuri, default_port)
            for uris, authinfo in domains.iteritems():
                for uri in uris:
                    if self.is_suburi(uri, reduced):
                        return authinfo
        return None, None

    def reduce_uri(self, uri, default_port=True):
        """(authority, path); the port that the scheme means is added."""
        parts = urlparse.urlsplit(uri)
        if parts[1]:
            scheme, authority = parts[0], parts[1]
            path = parts[2] or '/'
        else:
            scheme, authority, path = None, uri, '/'
        host, port = splitport(authority)
        if default_port and port is None and scheme is not None:
            number = {'http': 80, 'https': 443}.get(scheme)
            if number is not None:
                authority = '%s:%d' % (host, number)
        return authority, path

    def is_suburi(self, base, test):
        """Is a reduced URI below another?"""
        if base == test:
            return True
        if base[0] != test[0]:
            return False
        common = posixpath.commonprefix((base[1], test[1]))
        return len(common) == len(base[1])


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    """Realm None stands for any."""

    def find_user_password(self, realm, authuri):
        user, password = HTTPPasswordMgr.find_user_password(self, realm,
                                                            authuri)
        if user is not None:
            return user, password
        return HTTPPasswordMgr.find_user_password(self, None, authuri)


class AbstractBasicAuthHandler:
    """Answers demands for basic authentication."""

    # scheme, quote, realm
    rx = re.compile('(?:[^,]*,)*[ \t]*([^ \t,]+)[ \t]+'
                    'realm=(["\']?)([^"\']*)\\2', re.I)

    def __init__(self, password_mgr=None):
        if password_mgr is None:
            password_mgr = HTTPPasswordMgr()
        self.passwd = password_mgr
        self.add_password = self.passwd.add_password

    def http_error_auth_reqed(self, authreq, host, req, headers):
        authreq = headers.get(authreq, None)
        if authreq:
            mo = AbstractBasicAuthHandler.rx.search(authreq)
            if mo:
                scheme, quote, realm = mo.groups()
                if quote not in ['"', "'"]:
                    warnings.warn('Basic Auth Realm was unquoted',
                                  UserWarning, 2)
                if scheme.lower() == 'basic':
                    return self.retry_http_basic_auth(host, req, realm)

    def retry_http_basic_auth(self, host, req, realm):
        user, pw = self.passwd.find_user_password(realm, host)
        if pw is None:
            return None
        raw = '%s:%s' % (user, pw)
        auth = 'Basic %s' % base64.b64encode(raw).strip()
        if req.get_header(self.auth_header, None) == auth:
            # They were sent, and are wrong.
            return None
        req.add_unredirected_header(self.auth_header, auth)
        return self.parent.open(req, timeout=req.timeout)


class HTTPBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):

    auth_header = 'Authorization'

    def http_error_401(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed('www-authenticate',
                                          req.get_full_url(), req, headers)


class ProxyBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):

    auth_header = 'Proxy-authorization'

    def http_error_407(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed('proxy-authenticate',
                                          req.get_host(), req, headers)


def randombytes(n):
    """n random bytes."""
    return os.urandom(n)


class AbstractDigestAuthHandler:
    """Answers demands for digest authentication (RFC 2617)."""

    def __init__(self, passwd=None):
        if passwd is None:
            passwd = HTTPPasswordMgr()
        self.passwd = passwd
        self.add_password = self.passwd.add_password
        self.retried = 0
        self.nonce_count = 0
        self.last_nonce = None

    def reset_retry_count(self):
        self.retried = 0

    def http_error_auth_reqed(self, auth_header, host, req, headers):
        authreq = headers.get(auth_header, None)
        if self.retried > 5:
            # Nobody knows the password, it seems.
            raise HTTPError(req.get_full_url(), 401, 'digest auth failed',
                            headers, None)
        self.retried += 1
        if authreq:
            scheme = authreq.split()[0]
            if scheme.lower() == 'digest':
                return self.retry_http_digest_auth(req, authreq)

    def retry_http_digest_auth(self, req, auth):
        token, challenge = auth.split(' ', 1)
        chal = parse_keqv_list(parse_http_list(challenge))
        auth = self.get_authorization(req, chal)
        if auth:
            auth_val = 'Digest %s' % auth
            if req.headers.get(self.auth_header, None) == auth_val:
                return None
            req.add_unredirected_header(self.auth_header, auth_val)
            return self.parent.open(req, timeout=req.timeout)

    def get_cnonce(self, nonce):
        dig = hashlib.sha1('%s:%s:%s:%s' % (
            self.nonce_count, nonce, time.ctime(),
            randombytes(8))).hexdigest()
        return dig[:16]

    def get_authorization(self, req, chal):
        try:
            realm = chal['realm']
            nonce = chal['nonce']
        except KeyError:
            return None
        qop = chal.get('qop')
        algorithm = chal.get('algorithm', 'MD5')
        opaque = chal.get('opaque', None)
        H, KD = self.get_algorithm_impls(algorithm)
        if H is None:
            return None
        user, pw = self.passwd.find_user_password(realm, req.get_full_url())
        if user is None:
            return None
        entdig = None
        if req.has_data():
            entdig = self.get_entity_digest(req.get_data(), chal)
        A1 = '%s:%s:%s' % (user, realm, pw)
        A2 = '%s:%s' % (req.get_method(), req.get_selector())
        if qop == 'auth':
            if nonce == self.last_nonce:
                self.nonce_count += 1
            else:
                self.nonce_count = 1
                self.last_nonce = nonce
            ncvalue = '%08x' % self.nonce_count
            cnonce = self.get_cnonce(nonce)
            noncebit = '%s:%s:%s:%s:%s' % (nonce, ncvalue, cnonce, qop,
                                           H(A2))
            respdig = KD(H(A1), noncebit)
        elif qop is None:
            respdig = KD(H(A1), '%s:%s' % (nonce, H(A2)))
        else:
            raise URLError("qop '%s' is not supported." % qop)
        base = ('username="%s", realm="%s", nonce="%s", uri="%s", '
                'response="%s"' % (user, realm, nonce, req.get_selector(),
                                   respdig))
        if opaque:
            base += ', opaque="%s"' % opaque
        if entdig:
            base += ', digest="%s"' % entdig
        base += ', algorithm="%s"' % algorithm
        if qop:
            base += ', qop=auth, nc=%s, cnonce="%s"' % (ncvalue, cnonce)
        return base

    def get_algorithm_impls(self, algorithm):
        algorithm = algorithm.upper()
        if algorithm == 'MD5':
            H = lambda x: hashlib.md5(x).hexdigest()
        elif algorithm == 'SHA':
            H = lambda x: hashlib.sha1(x).hexdigest()
        else:
            raise ValueError('Unsupported digest authentication algorithm %r'
                             % algorithm.lower())
        return H, lambda s, d: H('%s:%s' % (s, d))

    def get_entity_digest(self, data, chal):
        return None


class HTTPDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):

    auth_header = 'Authorization'
    handler_order = 490  # before basic authentication

    def http_error_401(self, req, fp, code, msg, headers):
        host = urlparse.urlparse(req.get_full_url())[1]
        retry = self.http_error_auth_reqed('www-authenticate', host, req,
                                           headers)
        self.reset_retry_count()
        return retry


class ProxyDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):

    auth_header = 'Proxy-Authorization'
    handler_order = 490

    def http_error_407(self, req, fp, code, msg, headers):
        retry = self.http_error_auth_reqed('proxy-authenticate',
                                           req.get_host(), req, headers)
        self.reset_retry_count()
        return retry


class AbstractHTTPHandler(BaseHandler):
    """Sends requests of HTTP."""

    def __init__(self, debuglevel=0):
        self._debuglevel = debuglevel

    def set_http_debuglevel(self, level):
        self._debuglevel = level

    def do_request_(self, request):
        host = request.get_host()
        if not host:
            raise URLError('no host given')
        if request.has_data():
            data = request.get_data()
            if not request.has_header('Content-type'):
                request.add_unredirected_header(
                    'Content-type', 'application/x-www-form-urlencoded')
            if not request.has_header('Content-length'):
                request.add_unredirected_header('Content-length',
                                                '%d' % len(data))
        sel_host = host
        if request.has_proxy():
            scheme, sel = splittype(request.get_selector())
            sel_host, sel_path = splithost(sel)
        if not request.has_header('Host'):
            request.add_unredirected_header('Host', sel_host)
        for name, value in self.parent.addheaders:
            name = name.capitalize()
            if not request.has_header(name):
                request.add_unredirected_header(name, value)
        return request

    def do_open(self, http_class, req, **http_conn_args):
        """Sends the request over a connection of this class."""
        host = req.get_host()
        if not host:
            raise URLError('no host given')
        h = http_class(host, timeout=req.timeout, **http_conn_args)
        h.set_debuglevel(self._debuglevel)
        headers = dict(req.unredirected_hdrs)
        headers.update(dict((k, v) for k, v in req.headers.items()
                            if k not in headers))
        # Connections are not kept.
        headers['Connection'] = 'close'
        headers = dict((name.title(), val) for name, val in headers.items())
        if req._tunnel_host:
            tunnel_headers = {}
            name = 'Proxy-Authorization'
            if name in headers:
                # For the proxy, not for the server.
                tunnel_headers[name] = headers.pop(name)
            h.set_tunnel(req._tunnel_host, headers=tunnel_headers)
        try:
            h.request(req.get_method(), req.get_selector(), req.data, headers)
        except socket.error as err:
            h.close()
            raise URLError(err)
        try:
            r = h.getresponse(buffering=True)
        except TypeError:
            # A class that does not know `buffering`.
            r = h.getresponse()
        # The response reads itself; the file over it gives lines.
        r.recv = r.read
        fp = socket._fileobject(r, close=True)
        resp = addinfourl(fp, r.msg, req.get_full_url())
        resp.code = r.status
        resp.msg = r.reason
        return resp


class HTTPHandler(AbstractHTTPHandler):

    def http_open(self, req):
        return self.do_open(httplib.HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


if hasattr(httplib, 'HTTPS'):

    class HTTPSHandler(AbstractHTTPHandler):

        def __init__(self, debuglevel=0, context=None):
            AbstractHTTPHandler.__init__(self, debuglevel)
            self._context = context

        def https_open(self, req):
            return self.do_open(httplib.HTTPSConnection, req,
                                context=self._context)

        https_request = AbstractHTTPHandler.do_request_


class HTTPCookieProcessor(BaseHandler):
    """Sends cookies and keeps those that come."""

    def __init__(self, cookiejar=None):
        import cookielib
        if cookiejar is None:
            cookiejar = cookielib.CookieJar()
        self.cookiejar = cookiejar

    def http_request(self, request):
        self.cookiejar.add_cookie_header(request)
        return request

    def http_response(self, request, response):
        self.cookiejar.extract_cookies(response, request)
        return response

    https_request = http_request
    https_response = http_response


class UnknownHandler(BaseHandler):

    def unknown_open(self, req):
        raise URLError('unknown url type: %s' % req.get_type())


def parse_keqv_list(l):
    """A dictionary of "key=value" strings."""
    parsed = {}
    for elt in l:
        k, v = elt.split('=', 1)
        if v[0] == '"' and v[-1] == '"':
            v = v[1:-1]
        parsed[k] = v
    return parsed


def parse_http_list(s):
    """The parts between commas, but for those within quotes."""
    res = []
    part = ''
    escape = quote = False
    for cur in s:
        if escape:
            part += cur
            escape = False
        elif quote:
            if cur == '\\':
                escape = True
                continue
            if cur == '"':
                quote = False
            part += cur
        elif cur == ',':
            res.append(part)
            part = ''
        else:
            if cur == '"':
                quote = True
            part += cur
    if part:
        res.append(part)
    return [part.strip() for part in res]


def _safe_gethostbyname(host):
    try:
        return socket.gethostbyname(host)
    except socket.gaierror:
        return None


class FileHandler(BaseHandler):
    """Opens files of this machine."""

    names = None

    def file_open(self, req):
        url = req.get_selector()
        if url[:2] == '//' and url[2:3] != '/' and (
                req.host and req.host != 'localhost'):
            req.type = 'ftp'
            return self.parent.open(req)
        return self.open_local_file(req)

    def get_names(self):
        """The addresses of this machine."""
        if FileHandler.names is None:
            try:
                FileHandler.names = tuple(
                    socket.gethostbyname_ex('localhost')[2] +
                    socket.gethostbyname_ex(socket.gethostname())[2])
            except socket.gaierror:
                FileHandler.names = socket.gethostbyname('localhost'),
        return FileHandler.names

    def open_local_file(self, req):
        import mimetypes
        import rfc822
        host = req.get_host()
        filename = req.get_selector()
        localfile = url2pathname(filename)
        try:
            stats = os.stat(localfile)
            size = stats.st_size
            modified = rfc822.formatdate(stats.st_mtime)
            mtype = mimetypes.guess_type(filename)[0]
            headers = mimetools.Message(StringIO(
                'Content-type: %s\nContent-length: %d\nLast-modified: %s\n'
                % (mtype or 'text/plain', size, modified)))
            if host:
                host, port = splitport(host)
            if not host or (not port and _safe_gethostbyname(host)
                            in self.get_names()):
                if host:
                    origurl = 'file://' + host + filename
                else:
                    origurl = 'file://' + filename
                return addinfourl(open(localfile, 'rb'), headers, origurl)
        except OSError as msg:
            raise URLError(msg)
        raise URLError('file not on local host')


class FTPHandler(BaseHandler):
    """Opens URLs of FTP."""

    def ftp_open(self, req):
        import ftplib
        import mimetypes
        host = req.get_host()
        if not host:
            raise URLError('ftp error: no host given')
        host, port = splitport(host)
        port = ftplib.FTP_PORT if port is None else int(port)
        user, host = splituser(host)
        passwd = None
        if user:
            user, passwd = splitpasswd(user)
        host = unquote(host)
        user = user or ''
        passwd = passwd or ''
        try:
            host = socket.gethostbyname(host)
        except socket.error as msg:
            raise URLError(msg)
        path, attrs = splitattr(req.get_selector())
        dirs = map(unquote, path.split('/'))
        dirs, file = dirs[:-1], dirs[-1]
        if dirs and not dirs[0]:
            dirs = dirs[1:]
        try:
            fw = self.connect_ftp(user, passwd, host, port, dirs, req.timeout)
            type = 'I' if file else 'D'
            for attr in attrs:
                name, value = splitvalue(attr)
                if name.lower() == 'type' and value in ('a', 'A', 'i', 'I',
                                                        'd', 'D'):
                    type = value.upper()
            fp, size = fw.retrfile(file, type)
            headers = ''
            mtype = mimetypes.guess_type(req.get_full_url())[0]
            if mtype:
                headers += 'Content-type: %s\n' % mtype
            if size is not None and size >= 0:
                headers += 'Content-length: %d\n' % size
            return addinfourl(fp, mimetools.Message(StringIO(headers)),
                              req.get_full_url())
        except ftplib.all_errors as msg:
            raise URLError, 'ftp error: %s' % msg, sys.exc_info()[2]

    def connect_ftp(self, user, passwd, host, port, dirs, timeout):
        return ftpwrapper(user, passwd, host, port, dirs, timeout,
                          persistent=False)


class CacheFTPHandler(FTPHandler):
    """Keeps connections of FTP."""

    def __init__(self):
        self.cache = {}
        self.timeout = {}
        self.soonest = 0
        self.delay = 60
        self.max_conns = 16

    def setTimeout(self, t):
        self.delay = t

    def setMaxConns(self, m):
        self.max_conns = m

    def connect_ftp(self, user, passwd, host, port, dirs, timeout):
        key = user, host, port, '/'.join(dirs), timeout
        if key not in self.cache:
            self.cache[key] = ftpwrapper(user, passwd, host, port, dirs,
                                         timeout)
        self.timeout[key] = time.time() + self.delay
        self.check_cache()
        return self.cache[key]

    def _forget(self, key):
        self.cache[key].close()
        del self.cache[key]
        del self.timeout[key]

    def check_cache(self):
        now = time.time()
        if self.soonest <= now:
            for key, end in self.timeout.items():
                if end < now:
                    self._forget(key)
        self.soonest = min(self.timeout.values()) if self.timeout else 0
        if len(self.cache) == self.max_conns:
            for key, end in self.timeout.items():
                if end == self.soonest:
                    self._forget(key)
                    break
            self.soonest = min(self.timeout.values())

    def clear_cache(self):
        for conn in self.cache.values():
            conn.close()
        self.cache.clear()
        self.timeout.clear()
