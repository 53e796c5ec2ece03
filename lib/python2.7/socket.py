"""Sockets: the system's, as objects that can be duplicated and made into
files.

Everything of _socket is here too, but for the class: `socket` wraps the one of
_socket, so that closing a socket leaves the files made of it open.
"""

import _socket
from _socket import *

import errno
import os
import sys

_GLOBAL_DEFAULT_TIMEOUT = object()

EBADF = errno.EBADF
EINTR = errno.EINTR

__all__ = ['getfqdn', 'create_connection']
__all__.extend(name for name in dir(_socket) if not name.startswith('_'))

_realsocket = _socket.socket


def getfqdn(name=''):
    """The first full name of a host, by default of this one."""
    name = name.strip()
    if not name or name == '0.0.0.0':
        name = gethostname()
    try:
        hostname, aliases, addresses = gethostbyaddr(name)
    except error:
        return name
    for candidate in [hostname] + aliases:
        if '.' in candidate:
            return candidate
    return hostname


_socketmethods = (
    'bind', 'connect', 'connect_ex', 'fileno', 'listen', 'getpeername',
    'getsockname', 'getsockopt', 'setsockopt', 'sendall', 'setblocking',
    'settimeout', 'gettimeout', 'shutdown')

# Attributes of each socket: bound methods of the real one.
_delegate_methods = ('recv', 'recvfrom', 'recv_into', 'recvfrom_into', 'send',
                     'sendto')


def _hold(sock):
    """Counts a user of a real socket."""
    hold = getattr(sock, '_hold', None)
    if hold is not None:
        hold()


def _drop(sock):
    """A user goes; the last one closes the real socket."""
    drop = getattr(sock, '_drop', None)
    if drop is not None:
        drop()


class _closedsocket(object):
    """What stands for the real socket once it is closed."""

    __slots__ = []

    def _dummy(*args):
        raise error(EBADF, 'Bad file descriptor')

    send = recv = recv_into = sendto = recvfrom = recvfrom_into = _dummy
    __getattr__ = _dummy


class _socketobject(object):
    """socket([family[, type[, proto]]]) -> a socket"""

    __slots__ = ['_sock', '_lent', '__weakref__'] + list(_delegate_methods)

    def __init__(self, family=AF_INET, type=SOCK_STREAM, proto=0, _sock=None):
        if _sock is None:
            _sock = _realsocket(family, type, proto)
        _hold(_sock)
        self._lent = False
        self._set(_sock)

    def _lend(self):
        """Another object has the real socket now, and closes it: mostly
        nothing refers to this one any more, which nobody would notice."""
        if not self._lent:
            self._lent = True
            _drop(self._sock)

    def _set(self, sock):
        self._sock = sock
        self.recv = sock.recv
        self.recvfrom = sock.recvfrom
        self.recv_into = sock.recv_into
        self.recvfrom_into = sock.recvfrom_into
        self.send = sock.send
        self.sendto = sock.sendto

    def close(self, _closedsocket=_closedsocket):
        # The files made of it keep the real socket.
        sock = self._sock
        if type(sock) is not _closedsocket:
            self._set(_closedsocket())
            if not self._lent:
                _drop(sock)

    def accept(self):
        sock, address = self._sock.accept()
        return _socketobject(_sock=sock), address

    def dup(self):
        """Another object for the same socket."""
        return _socketobject(_sock=self._sock)

    def makefile(self, mode='r', bufsize=-1):
        """A file that reads from the socket and writes to it."""
        return _fileobject(self._sock, mode, bufsize)

    def bind(self, address):
        return self._sock.bind(address)

    def connect(self, address):
        return self._sock.connect(address)

    def connect_ex(self, address):
        return self._sock.connect_ex(address)

    def fileno(self):
        return self._sock.fileno()

    def listen(self, backlog):
        return self._sock.listen(backlog)

    def getpeername(self):
        return self._sock.getpeername()

    def getsockname(self):
        return self._sock.getsockname()

    def getsockopt(self, *args):
        return self._sock.getsockopt(*args)

    def setsockopt(self, *args):
        return self._sock.setsockopt(*args)

    def sendall(self, *args):
        return self._sock.sendall(*args)

    def setblocking(self, flag):
        return self._sock.setblocking(flag)

    def settimeout(self, timeout):
        return self._sock.settimeout(timeout)

    def gettimeout(self):
        return self._sock.gettimeout()

    def shutdown(self, how):
        return self._sock.shutdown(how)

    @property
    def family(self):
        return self._sock.family

    @property
    def type(self):
        return self._sock.type

    @property
    def proto(self):
        return self._sock.proto


socket = SocketType = _socketobject


class _fileobject(object):
    """A file over a socket: buffered both ways.

    _rbuf: what was received and not read yet.
    """

    default_bufsize = 8192
    name = '<socket>'

    __slots__ = ['mode', 'bufsize', 'softspace', '_sock', '_rbufsize',
                 '_wbufsize', '_rbuf', '_wbuf', '_wbuf_len', '_close']

    def __init__(self, sock, mode='rb', bufsize=-1, close=False):
        _hold(sock)
        self._sock = sock
        self.mode = mode
        if bufsize < 0:
            bufsize = self.default_bufsize
        self.bufsize = bufsize
        self.softspace = False
        # Without a buffer no byte more is taken than was asked for.
        if bufsize > 1:
            self._rbufsize = bufsize
        elif bufsize == 1:
            self._rbufsize = self.default_bufsize
        else:
            self._rbufsize = 1
        self._wbufsize = bufsize
        self._rbuf = ''
        self._wbuf = []
        self._wbuf_len = 0
        self._close = close

    @property
    def closed(self):
        return self._sock is None

    def close(self):
        try:
            if self._sock:
                self.flush()
        finally:
            sock = self._sock
            self._sock = None
            if sock:
                if self._close:
                    sock.close()
                else:
                    _drop(sock)

    def __del__(self):
        try:
            self.close()
        except Exception:
            pass

    def fileno(self):
        return self._sock.fileno()

    # Writing.

    def flush(self):
        if not self._wbuf:
            return
        data = self._wbuf[0]
        if len(self._wbuf) > 1:
            data = ''.join(self._wbuf)
        self._wbuf = []
        self._wbuf_len = 0
        size = max(self._rbufsize, self.default_bufsize)
        sent = 0
        view = data
        if len(data) > size or type(self._sock) is not _realsocket:
            view = memoryview(data)
        try:
            while sent < len(data):
                self._sock.sendall(view[sent:sent + size])
                sent += size
        finally:
            if sent < len(data):
                rest = data[sent:]
                self._wbuf.append(rest)
                self._wbuf_len = len(rest)

    def write(self, data):
        data = str(data)
        if not data:
            return
        self._wbuf.append(data)
        self._wbuf_len += len(data)
        if (self._wbufsize == 0 or
                self._wbufsize == 1 and '\n' in data or
                self._wbufsize > 1 and self._wbuf_len >= self._wbufsize):
            self.flush()

    def writelines(self, lines):
        for line in lines:
            if line:
                line = str(line)
                self._wbuf.append(line)
                self._wbuf_len += len(line)
        if self._wbufsize <= 1 or self._wbuf_len >= self._wbufsize:
            self.flush()

    # Reading.

    def _take(self, parse):
        """parse(what is there already), (how much of it, a, b): (a, b); None
        if parse returns None."""
        if type(self) is not _fileobject:
            return None
        found = parse(self._rbuf)
        if found is None:
            return None
        n, a, b = found
        self._rbuf = self._rbuf[n:]
        return a, b

    def _receive(self, size):
        while True:
            try:
                return self._sock.recv(size)
            except error as e:
                if e.args[0] != EINTR:
                    raise

    def _taken(self, size):
        data = self._rbuf
        self._rbuf = data[size:]
        return data[:size]

    def read(self, size=-1):
        """size bytes, fewer at the end; all if size is negative."""
        if size < 0:
            pieces = [self._rbuf]
            self._rbuf = ''
            chunk = max(self._rbufsize, self.default_bufsize)
            while True:
                data = self._receive(chunk)
                if not data:
                    return ''.join(pieces)
                pieces.append(data)
        if len(self._rbuf) >= size:
            return self._taken(size)
        pieces = [self._rbuf]
        left = size - len(self._rbuf)
        self._rbuf = ''
        while left > 0:
            try:
                data = self._receive(left)
            except BaseException:
                # What has come is not lost to a later read.
                self._rbuf = ''.join(pieces)
                raise
            if not data:
                break
            pieces.append(data)
            left -= len(data)
        return ''.join(pieces)

    def readline(self, size=-1):
        """A line, at most size bytes of it if size is not negative."""
        data = self._rbuf
        if not data and size:
            self._rbuf = data = self._receive(self._rbufsize)
            if not data:
                return ''
        end = data.find('\n') + 1
        if end and (size < 0 or end <= size):
            self._rbuf = data[end:]
            return data[:end]
        pieces = []
        n = 0
        while True:
            data = self._rbuf
            if not data:
                try:
                    data = self._receive(self._rbufsize)
                except BaseException:
                    self._rbuf = ''.join(pieces)
                    raise
                if not data:
                    break
            end = data.find('\n') + 1 or len(data)
            if 0 <= size <= n + end:
                end = size - n
            self._rbuf = data[end:]
            pieces.append(data[:end])
            n += end
            if 0 <= size <= n or data[end - 1:end] == '\n':
                break
        return ''.join(pieces)

    def readlines(self, sizehint=0):
        lines = []
        n = 0
        while True:
            line = self.readline()
            if not line:
                return lines
            lines.append(line)
            n += len(line)
            if sizehint and n >= sizehint:
                return lines

    def __iter__(self):
        return self

    def next(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT,
                      source_address=None):
    """Connects to (host, port) by the first of its addresses that works."""
    host, port = address
    failure = None
    for family, kind, proto, name, place in getaddrinfo(host, port, 0,
                                                        SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(place)
            return sock
        except error as e:
            failure = e
            if sock is not None:
                sock.close()
    if failure is not None:
        raise failure
    raise error('getaddrinfo returns an empty list')
