"""TLS for sockets: contexts, and sockets that speak it.

SSLSocket is a socket that sends and receives through an object of _ssl; until
it is connected, or once it is unwrapped, it is a plain one.
"""

import base64
import errno
import os
import re
import socket as _socket_module
import sys
import textwrap
import warnings
from collections import namedtuple
from contextlib import closing
from socket import (AF_INET, SOCK_STREAM, SOL_SOCKET, SO_TYPE,
                    create_connection, error as socket_error, socket,
                    _fileobject)

import _ssl
from _ssl import (OPENSSL_VERSION, OPENSSL_VERSION_INFO,
                  OPENSSL_VERSION_NUMBER, RAND_add, RAND_status, SSLEOFError,
                  SSLError, SSLSyscallError, SSLWantReadError,
                  SSLWantWriteError, SSLZeroReturnError, _OPENSSL_API_VERSION,
                  _SSLContext, nid2obj as _nid2obj, txt2obj as _txt2obj)

for _name in dir(_ssl):
    if _name.startswith(('OP_', 'HAS_', 'CERT_', 'VERIFY_', 'PROTOCOL_',
                         'SSL_ERROR_', 'ALERT_DESCRIPTION_')):
        if _name not in ('HAS_TLS_UNIQUE',):
            globals()[_name] = getattr(_ssl, _name)
del _name

CERT_NONE = _ssl.CERT_NONE
CERT_OPTIONAL = _ssl.CERT_OPTIONAL
CERT_REQUIRED = _ssl.CERT_REQUIRED
PROTOCOL_TLS = PROTOCOL_SSLv23 = _ssl.PROTOCOL_TLS
PROTOCOL_TLSv1 = _ssl.PROTOCOL_TLSv1
PROTOCOL_TLSv1_1 = _ssl.PROTOCOL_TLSv1_1
PROTOCOL_TLSv1_2 = _ssl.PROTOCOL_TLSv1_2
OP_NO_SSLv2 = _ssl.OP_NO_SSLv2
OP_NO_SSLv3 = _ssl.OP_NO_SSLv3
OP_NO_COMPRESSION = _ssl.OP_NO_COMPRESSION
OP_CIPHER_SERVER_PREFERENCE = _ssl.OP_CIPHER_SERVER_PREFERENCE
OP_SINGLE_DH_USE = _ssl.OP_SINGLE_DH_USE
OP_SINGLE_ECDH_USE = _ssl.OP_SINGLE_ECDH_USE
SSL_ERROR_EOF = _ssl.SSL_ERROR_EOF
HAS_SNI = _ssl.HAS_SNI
HAS_NPN = _ssl.HAS_NPN
HAS_ALPN = _ssl.HAS_ALPN
VERIFY_X509_TRUSTED_FIRST = _ssl.VERIFY_X509_TRUSTED_FIRST

_PROTOCOL_NAMES = {PROTOCOL_TLS: 'PROTOCOL_TLS',
                   PROTOCOL_TLSv1: 'PROTOCOL_TLSv1',
                   PROTOCOL_TLSv1_1: 'PROTOCOL_TLSv1_1',
                   PROTOCOL_TLSv1_2: 'PROTOCOL_TLSv1_2'}
_SSLv2_IF_EXISTS = None

CHANNEL_BINDING_TYPES = ['tls-unique'] if _ssl.HAS_TLS_UNIQUE else []

_DEFAULT_CIPHERS = (
    'TLS13-AES-256-GCM-SHA384:TLS13-CHACHA20-POLY1305-SHA256:'
    'TLS13-AES-128-GCM-SHA256:'
    'ECDH+AESGCM:ECDH+CHACHA20:DH+AESGCM:DH+CHACHA20:ECDH+AES256:DH+AES256:'
    'ECDH+AES128:DH+AES:ECDH+HIGH:DH+HIGH:RSA+AESGCM:RSA+AES:RSA+HIGH:'
    '!aNULL:!eNULL:!MD5:!3DES')
_RESTRICTED_SERVER_CIPHERS = (
    'TLS13-AES-256-GCM-SHA384:TLS13-CHACHA20-POLY1305-SHA256:'
    'TLS13-AES-128-GCM-SHA256:'
    'ECDH+AESGCM:ECDH+CHACHA20:DH+AESGCM:DH+CHACHA20:ECDH+AES256:DH+AES256:'
    'ECDH+AES128:DH+AES:ECDH+HIGH:DH+HIGH:RSA+AESGCM:RSA+AES:RSA+HIGH:'
    '!aNULL:!eNULL:!MD5:!DSS:!RC4:!3DES')

# Attributes that sockets take from the real one.
_delegate_methods = _socket_module._delegate_methods


class CertificateError(ValueError):
    pass


# Names of hosts.

def _dnsname_match(dn, hostname, max_wildcards=1):
    """Does a name of a certificate, maybe with a wildcard, match?"""
    if not dn:
        return False
    pieces = dn.split('.')
    leftmost = pieces[0]
    wildcards = leftmost.count('*')
    if wildcards > max_wildcards:
        raise CertificateError('too many wildcards in certificate DNS name: '
                               + repr(dn))
    if not wildcards:
        return dn.lower() == hostname.lower()
    if leftmost == '*':
        first = '[^.]+'
    elif leftmost.startswith('xn--') or hostname.startswith('xn--'):
        # In names with other letters a wildcard is only a star.
        first = re.escape(leftmost)
    else:
        first = re.escape(leftmost).replace(r'\*', '[^.]*')
    pattern = r'\.'.join([first] + [re.escape(p) for p in pieces[1:]])
    return re.match(r'\A' + pattern + r'\Z', hostname, re.IGNORECASE)


def match_hostname(cert, hostname):
    """CertificateError unless cert, as getpeercert() shows it, is for the
    host."""
    if not cert:
        raise ValueError('empty or no certificate, match_hostname needs a '
                         'SSL socket or SSL context with either '
                         'CERT_OPTIONAL or CERT_REQUIRED')
    names = []
    alternatives = cert.get('subjectAltName', ())
    for key, value in alternatives:
        if key == 'DNS':
            if _dnsname_match(value, hostname):
                return
            names.append(value)
    if not names:
        for subject in cert.get('subject', ()):
            for key, value in subject:
                if key == 'commonName':
                    if _dnsname_match(value, hostname):
                        return
                    names.append(value)
    if len(names) > 1:
        raise CertificateError("hostname %r doesn't match either of %s"
                               % (hostname, ', '.join(map(repr, names))))
    if names:
        raise CertificateError("hostname %r doesn't match %r"
                               % (hostname, names[0]))
    raise CertificateError('no appropriate commonName or subjectAltName '
                           'fields were found')


DefaultVerifyPaths = namedtuple(
    'DefaultVerifyPaths',
    'cafile capath openssl_cafile_env openssl_cafile openssl_capath_env '
    'openssl_capath')


def get_default_verify_paths():
    """Where certificates of authorities are looked for."""
    parts = _ssl.get_default_verify_paths()
    cafile = os.environ.get(parts[0], parts[1])
    capath = os.environ.get(parts[2], parts[3])
    return DefaultVerifyPaths(cafile if os.path.isfile(cafile) else None,
                              capath if os.path.isdir(capath) else None,
                              *parts)


class _ASN1Object(namedtuple('_ASN1Object', 'nid shortname longname oid')):
    """An object identifier."""

    __slots__ = ()

    def __new__(cls, oid):
        return super(_ASN1Object, cls).__new__(cls, *_txt2obj(oid, name=False))

    @classmethod
    def fromnid(cls, nid):
        return super(_ASN1Object, cls).__new__(cls, *_nid2obj(nid))

    @classmethod
    def fromname(cls, name):
        return super(_ASN1Object, cls).__new__(cls, *_txt2obj(name, name=True))


class Purpose(_ASN1Object):
    """What a certificate is for."""


Purpose.SERVER_AUTH = Purpose('1.3.6.1.5.5.7.3.1')
Purpose.CLIENT_AUTH = Purpose('1.3.6.1.5.5.7.3.2')


# Contexts.

def _protocol_list(protocols, kind, limit):
    data = bytearray()
    for protocol in protocols:
        b = protocol.encode('ascii') if isinstance(protocol, unicode) \
            else bytes(protocol)
        if not 0 < len(b) <= limit:
            raise SSLError('%s protocols must be 1 to 255 in length' % kind)
        data.append(len(b))
        data.extend(b)
    return data


class SSLContext(_SSLContext):
    """Settings that many connections share."""

    __slots__ = ('protocol', '__weakref__')

    def __new__(cls, protocol, *args, **kwargs):
        self = _SSLContext.__new__(cls, protocol)
        if protocol != _SSLv2_IF_EXISTS:
            self.set_ciphers(_DEFAULT_CIPHERS)
        return self

    def __init__(self, protocol):
        self.protocol = protocol

    def wrap_socket(self, sock, server_side=False,
                    do_handshake_on_connect=True, suppress_ragged_eofs=True,
                    server_hostname=None):
        return SSLSocket(sock=sock, server_side=server_side,
                         do_handshake_on_connect=do_handshake_on_connect,
                         suppress_ragged_eofs=suppress_ragged_eofs,
                         server_hostname=server_hostname, _context=self)

    def set_npn_protocols(self, npn_protocols):
        self._set_npn_protocols(_protocol_list(npn_protocols, 'NPN', 255))

    def set_alpn_protocols(self, alpn_protocols):
        self._set_alpn_protocols(_protocol_list(alpn_protocols, 'ALPN', 255))

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        if not isinstance(purpose, _ASN1Object):
            raise TypeError(purpose)
        self.set_default_verify_paths()


def create_default_context(purpose=Purpose.SERVER_AUTH, cafile=None,
                           capath=None, cadata=None):
    """A context with safe settings, which verifies servers."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    context = SSLContext(PROTOCOL_TLS)
    context.options |= OP_NO_SSLv2 | OP_NO_SSLv3
    context.options |= OP_NO_COMPRESSION
    if purpose == Purpose.SERVER_AUTH:
        context.verify_mode = CERT_REQUIRED
        context.check_hostname = True
    elif purpose == Purpose.CLIENT_AUTH:
        context.options |= OP_CIPHER_SERVER_PREFERENCE
        context.options |= OP_SINGLE_DH_USE | OP_SINGLE_ECDH_USE
        context.set_ciphers(_RESTRICTED_SERVER_CIPHERS)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)
    return context


def _create_unverified_context(protocol=PROTOCOL_TLS, cert_reqs=None,
                               check_hostname=False,
                               purpose=Purpose.SERVER_AUTH, certfile=None,
                               keyfile=None, cafile=None, capath=None,
                               cadata=None):
    """A context that verifies only what it is told to."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    context = SSLContext(protocol)
    context.options |= OP_NO_SSLv2 | OP_NO_SSLv3
    if cert_reqs is not None:
        context.verify_mode = cert_reqs
    context.check_hostname = check_hostname
    if keyfile and not certfile:
        raise ValueError('certfile must be specified')
    if certfile or keyfile:
        context.load_cert_chain(certfile, keyfile)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)
    return context


_https_verify_envvar = 'PYTHONHTTPSVERIFY'


def _get_https_context_factory():
    if not sys.flags.ignore_environment:
        if os.environ.get(_https_verify_envvar) == '0':
            return _create_unverified_context
    return create_default_context


_create_default_https_context = _get_https_context_factory()
_create_stdlib_context = _create_unverified_context


def _https_verify_certificates(enable=True):
    """Has https verify certificates or not."""
    global _create_default_https_context
    _create_default_https_context = (create_default_context if enable
                                     else _create_unverified_context)


# Sockets.

class SSLSocket(socket):
    """A socket that speaks TLS once it is connected."""

    def __init__(self, sock=None, keyfile=None, certfile=None,
                 server_side=False, cert_reqs=CERT_NONE,
                 ssl_version=PROTOCOL_TLS, ca_certs=None,
                 do_handshake_on_connect=True, family=AF_INET,
                 type=SOCK_STREAM, proto=0, fileno=None,
                 suppress_ragged_eofs=True, npn_protocols=None, ciphers=None,
                 server_hostname=None, _context=None):
        self._makefile_refs = 0
        if _context:
            self._context = _context
        else:
            if server_side and not certfile:
                raise ValueError('certfile must be specified for server-side '
                                 'operations')
            if keyfile and not certfile:
                raise ValueError('certfile must be specified')
            if certfile and not keyfile:
                keyfile = certfile
            self._context = SSLContext(ssl_version)
            self._context.verify_mode = cert_reqs
            if ca_certs:
                self._context.load_verify_locations(ca_certs)
            if certfile:
                self._context.load_cert_chain(certfile, keyfile)
            if npn_protocols:
                self._context.set_npn_protocols(npn_protocols)
            if ciphers:
                self._context.set_ciphers(ciphers)
            self.keyfile = keyfile
            self.certfile = certfile
            self.cert_reqs = cert_reqs
            self.ssl_version = ssl_version
            self.ca_certs = ca_certs
            self.ciphers = ciphers
        # Datagrams would need a protocol of their own.
        if sock.getsockopt(SOL_SOCKET, SO_TYPE) != SOCK_STREAM:
            raise NotImplementedError('only stream sockets are supported')
        socket.__init__(self, _sock=sock._sock)
        if server_side and server_hostname:
            raise ValueError('server_hostname can only be specified in client '
                             'mode')
        if self._context.check_hostname and not server_hostname:
            raise ValueError('check_hostname requires server_hostname')
        self.server_side = server_side
        self.server_hostname = server_hostname
        self.do_handshake_on_connect = do_handshake_on_connect
        self.suppress_ragged_eofs = suppress_ragged_eofs
        try:
            self.getpeername()
            connected = True
        except socket_error as e:
            if e.errno != errno.ENOTCONN:
                raise
            connected = False
        self._closed = False
        self._sslobj = None
        self._connected = connected
        if connected:
            try:
                self._start(do_handshake_on_connect)
            except (OSError, ValueError, socket_error):
                self.close()
                raise
        lend = getattr(sock, '_lend', None)
        if lend is not None:
            lend()

    def _set(self, sock):
        # The methods are those of the class, not of the real socket.
        self._sock = sock

    def _start(self, shake):
        self._sslobj = self._context._wrap_socket(
            self._sock, self.server_side, self.server_hostname, ssl_sock=self)
        if shake:
            if self.gettimeout() == 0.0:
                raise ValueError('do_handshake_on_connect should not be '
                                 'specified for non-blocking sockets')
            self.do_handshake()

    @property
    def context(self):
        return self._context

    @context.setter
    def context(self, context):
        self._context = context
        self._sslobj.context = context

    def dup(self):
        raise NotImplementedError("Can't dup() %s instances"
                                  % self.__class__.__name__)

    def _checkClosed(self, msg=None):
        pass

    def _check_connected(self):
        if not self._connected:
            # The error of a socket that is not connected, if it is not.
            self.getpeername()

    def read(self, len=1024, buffer=None):
        """At most len bytes, or fills buffer; nothing at the end."""
        self._checkClosed()
        if not self._sslobj:
            raise ValueError('Read on closed or unwrapped SSL socket.')
        try:
            if buffer is not None:
                return self._sslobj.read(len, buffer)
            return self._sslobj.read(len)
        except SSLError as e:
            if e.args[0] == SSL_ERROR_EOF and self.suppress_ragged_eofs:
                return 0 if buffer is not None else b''
            raise

    def write(self, data):
        """Sends some of data; returns how much."""
        self._checkClosed()
        if not self._sslobj:
            raise ValueError('Write on closed or unwrapped SSL socket.')
        return self._sslobj.write(data)

    def getpeercert(self, binary_form=False):
        """The peer's certificate, None if it gave none."""
        self._checkClosed()
        self._check_connected()
        return self._sslobj.peer_certificate(binary_form)

    def selected_npn_protocol(self):
        self._checkClosed()
        return None

    def selected_alpn_protocol(self):
        self._checkClosed()
        if not self._sslobj or not HAS_ALPN:
            return None
        return self._sslobj.selected_alpn_protocol()

    def cipher(self):
        self._checkClosed()
        return self._sslobj.cipher() if self._sslobj else None

    def compression(self):
        self._checkClosed()
        return self._sslobj.compression() if self._sslobj else None

    def version(self):
        return self._sslobj.version() if self._sslobj else None

    def _no_flags(self, flags, name):
        if flags:
            raise ValueError('non-zero flags not allowed in calls to %s() on '
                             '%s' % (name, self.__class__))

    def send(self, data, flags=0):
        self._checkClosed()
        if not self._sslobj:
            return self._sock.send(data, flags)
        self._no_flags(flags, 'send')
        try:
            return self._sslobj.write(data)
        except SSLError as e:
            if e.args[0] in (_ssl.SSL_ERROR_WANT_READ,
                             _ssl.SSL_ERROR_WANT_WRITE):
                return 0
            raise

    def sendto(self, data, flags_or_addr, addr=None):
        self._checkClosed()
        if self._sslobj:
            raise ValueError('sendto not allowed on instances of %s'
                             % self.__class__)
        if addr is None:
            return self._sock.sendto(data, flags_or_addr)
        return self._sock.sendto(data, flags_or_addr, addr)

    def sendall(self, data, flags=0):
        self._checkClosed()
        if not self._sslobj:
            return socket.sendall(self, data, flags)
        self._no_flags(flags, 'sendall')
        view = memoryview(data)
        sent = 0
        while sent < len(view):
            sent += self.send(view[sent:])

    def recv(self, buflen=1024, flags=0):
        self._checkClosed()
        if not self._sslobj:
            return self._sock.recv(buflen, flags)
        self._no_flags(flags, 'recv')
        return self.read(buflen)

    def recv_into(self, buffer, nbytes=None, flags=0):
        self._checkClosed()
        if buffer and nbytes is None:
            nbytes = len(buffer)
        elif nbytes is None:
            nbytes = 1024
        if not self._sslobj:
            return self._sock.recv_into(buffer, nbytes, flags)
        self._no_flags(flags, 'recv_into')
        return self.read(nbytes, buffer)

    def recvfrom(self, buflen=1024, flags=0):
        self._checkClosed()
        if self._sslobj:
            raise ValueError('recvfrom not allowed on instances of %s'
                             % self.__class__)
        return self._sock.recvfrom(buflen, flags)

    def recvfrom_into(self, buffer, nbytes=None, flags=0):
        self._checkClosed()
        if self._sslobj:
            raise ValueError('recvfrom_into not allowed on instances of %s'
                             % self.__class__)
        return self._sock.recvfrom_into(buffer, nbytes, flags)

    def pending(self):
        """Bytes that are decoded and can be read at once."""
        self._checkClosed()
        return self._sslobj.pending() if self._sslobj else 0

    def shutdown(self, how):
        self._checkClosed()
        self._sslobj = None
        socket.shutdown(self, how)

    def close(self):
        if self._makefile_refs < 1:
            self._sslobj = None
            socket.close(self)
        else:
            self._makefile_refs -= 1

    def unwrap(self):
        """Ends TLS; the plain socket."""
        if not self._sslobj:
            raise ValueError('No SSL wrapper around ' + str(self))
        sock = self._sslobj.shutdown()
        self._sslobj = None
        return sock

    def _real_close(self):
        self._sslobj = None
        socket._real_close(self)

    def do_handshake(self, block=False):
        """Agrees with the peer on keys."""
        self._check_connected()
        timeout = self.gettimeout()
        try:
            if timeout == 0.0 and block:
                self.settimeout(None)
            self._sslobj.do_handshake()
        finally:
            self.settimeout(timeout)
        if self.context.check_hostname:
            if not self.server_hostname:
                raise ValueError('check_hostname needs server_hostname '
                                 'argument')
            match_hostname(self.getpeercert(), self.server_hostname)

    def _real_connect(self, addr, connect_ex):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._connected:
            raise ValueError('attempt to connect already-connected '
                             'SSLSocket!')
        self._sslobj = self.context._wrap_socket(
            self._sock, False, self.server_hostname, ssl_sock=self)
        try:
            result = None
            if connect_ex:
                result = socket.connect_ex(self, addr)
            else:
                socket.connect(self, addr)
            if not result:
                self._connected = True
                if self.do_handshake_on_connect:
                    self.do_handshake()
            return result
        except (OSError, ValueError, socket_error):
            self._sslobj = None
            raise

    def connect(self, addr):
        self._real_connect(addr, False)

    def connect_ex(self, addr):
        return self._real_connect(addr, True)

    def accept(self):
        """(socket with TLS, address) of the next client."""
        plain, addr = socket.accept(self)
        return self.context.wrap_socket(
            plain, server_side=True,
            do_handshake_on_connect=self.do_handshake_on_connect,
            suppress_ragged_eofs=self.suppress_ragged_eofs), addr

    def makefile(self, mode='r', bufsize=-1):
        self._makefile_refs += 1
        return _fileobject(self, mode, bufsize, close=True)

    def get_channel_binding(self, cb_type='tls-unique'):
        """Bytes that only this connection has."""
        if cb_type not in CHANNEL_BINDING_TYPES:
            raise ValueError('Unsupported channel binding type')
        if cb_type != 'tls-unique':
            raise NotImplementedError('{0} channel binding type not '
                                      'implemented'.format(cb_type))
        return self._sslobj.tls_unique_cb() if self._sslobj else None


def wrap_socket(sock, keyfile=None, certfile=None, server_side=False,
                cert_reqs=CERT_NONE, ssl_version=PROTOCOL_TLS, ca_certs=None,
                do_handshake_on_connect=True, suppress_ragged_eofs=True,
                ciphers=None):
    """A socket that speaks TLS over sock."""
    return SSLSocket(sock=sock, keyfile=keyfile, certfile=certfile,
                     server_side=server_side, cert_reqs=cert_reqs,
                     ssl_version=ssl_version, ca_certs=ca_certs,
                     do_handshake_on_connect=do_handshake_on_connect,
                     suppress_ragged_eofs=suppress_ragged_eofs,
                     ciphers=ciphers)


# Certificates.

_MONTHS = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep',
           'Oct', 'Nov', 'Dec')


def cert_time_to_seconds(cert_time):
    """Seconds since the epoch of "Jan  5 09:34:43 2018 GMT"."""
    from time import strptime
    from calendar import timegm
    form = ' %d %H:%M:%S %Y GMT'
    try:
        month = _MONTHS.index(cert_time[:3].title()) + 1
    except ValueError:
        raise ValueError("time data %r does not match format \"%%b%s\""
                         % (cert_time, form))
    t = strptime(cert_time[3:], form)
    return timegm((t[0], month) + t[2:6])


PEM_HEADER = '-----BEGIN CERTIFICATE-----'
PEM_FOOTER = '-----END CERTIFICATE-----'


def DER_cert_to_PEM_cert(der_cert_bytes):
    f = base64.standard_b64encode(der_cert_bytes).decode('ascii')
    return (PEM_HEADER + '\n' + textwrap.fill(f, 64) + '\n' + PEM_FOOTER +
            '\n')


def PEM_cert_to_DER_cert(pem_cert_string):
    if not pem_cert_string.startswith(PEM_HEADER):
        raise ValueError('Invalid PEM encoding; must start with %s'
                         % PEM_HEADER)
    if not pem_cert_string.strip().endswith(PEM_FOOTER):
        raise ValueError('Invalid PEM encoding; must end with %s' % PEM_FOOTER)
    d = pem_cert_string.strip()[len(PEM_HEADER):-len(PEM_FOOTER)]
    return base64.decodestring(d.encode('ASCII', 'strict'))


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS, ca_certs=None):
    """The certificate of the server at (host, port), in PEM."""
    host, port = addr
    context = _create_stdlib_context(
        ssl_version, cert_reqs=CERT_NONE if ca_certs is None
        else CERT_REQUIRED, cafile=ca_certs)
    with closing(create_connection(addr)) as sock:
        with closing(context.wrap_socket(sock)) as wrapped:
            return DER_cert_to_PEM_cert(wrapped.getpeercert(True))


def get_protocol_name(protocol_code):
    return _PROTOCOL_NAMES.get(protocol_code, '<unknown>')


def sslwrap_simple(sock, keyfile=None, certfile=None):
    """An object of _ssl over a connected client's socket."""
    if hasattr(sock, '_sock'):
        sock = sock._sock
    context = SSLContext(PROTOCOL_SSLv23)
    context.verify_mode = CERT_NONE
    if keyfile or certfile:
        context.load_cert_chain(certfile, keyfile)
    wrapped = context._wrap_socket(sock, False)
    try:
        sock.getpeername()
    except socket_error:
        pass
    else:
        wrapped.do_handshake()
    return wrapped
