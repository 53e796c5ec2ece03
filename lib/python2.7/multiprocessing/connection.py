"""Connections between processes: pipes, listeners and clients."""

__all__ = ['Client', 'Listener', 'Pipe']

import errno
import os
import socket
import tempfile
import threading
import time
import _multiprocessing

from multiprocessing import AuthenticationError

BUFSIZE = 8192
CONNECTION_TIMEOUT = 20.0

families = ['AF_INET', 'AF_UNIX']
default_family = 'AF_UNIX'


def _init_timeout(timeout=CONNECTION_TIMEOUT):
    return time.time() + timeout


def _check_timeout(t):
    return time.time() > t


class no_waiting(object):
    """Within it, the thread's clients do not wait for a listener to appear:
    proxies are finalised late, perhaps after their server has gone."""

    _state = threading.local()

    def __enter__(self):
        self._state.active = True

    def __exit__(self, *exc_info):
        self._state.active = False

    @classmethod
    def end(cls):
        """Until when a client waits."""
        return 0 if getattr(cls._state, 'active', False) else _init_timeout()


def arbitrary_address(family):
    """An address that nobody uses."""
    if family == 'AF_INET':
        return 'localhost', 0
    if family == 'AF_UNIX':
        from multiprocessing.util import get_temp_dir
        return tempfile.mktemp(prefix='listener-', dir=get_temp_dir())
    raise ValueError('unrecognized family')


def address_type(address):
    """The family of an address."""
    if type(address) == tuple:
        return 'AF_INET'
    if type(address) is str and address.startswith('\\\\'):
        return 'AF_PIPE'
    if type(address) is str:
        return 'AF_UNIX'
    raise ValueError('address type of %r unrecognized' % address)


class Listener(object):
    """Waits for connections at an address."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address and address_type(address)) or \
            default_family
        address = address or arbitrary_address(family)
        self._listener = SocketListener(address, family, backlog)
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError('authkey should be a byte string')
        self._authkey = authkey

    def accept(self):
        """The next connection."""
        c = self._listener.accept()
        if self._authkey:
            deliver_challenge(c, self._authkey)
            answer_challenge(c, self._authkey)
        return c

    def close(self):
        """Accepts no more connections."""
        return self._listener.close()

    @property
    def address(self):
        return self._listener._address

    @property
    def last_accepted(self):
        return self._listener._last_accepted


def Client(address, family=None, authkey=None):
    """A connection to a listener."""
    c = SocketClient(address)
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError('authkey should be a byte string')
    if authkey is not None:
        answer_challenge(c, authkey)
        deliver_challenge(c, authkey)
    return c


def _connection_of(s):
    """A connection over a socket, which is closed."""
    s.setblocking(True)
    connection = _multiprocessing.Connection(os.dup(s.fileno()))
    s.close()
    return connection


def Pipe(duplex=True):
    """Two connections; what one sends the other receives."""
    if not duplex:
        reader, writer = os.pipe()
        return (_multiprocessing.Connection(reader, writable=False),
                _multiprocessing.Connection(writer, readable=False))
    a, b = socket.socketpair()
    return _connection_of(a), _connection_of(b)


class SocketListener(object):
    """A listening socket."""

    def __init__(self, address, family, backlog=1):
        self._socket = socket.socket(getattr(socket, family))
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.setblocking(True)
            self._socket.bind(address)
            self._socket.listen(backlog)
            self._address = self._socket.getsockname()
        except socket.error:
            self._socket.close()
            raise
        self._family = family
        self._last_accepted = None
        self._unlink = None
        if family == 'AF_UNIX':
            from multiprocessing.util import Finalize
            self._unlink = Finalize(self, os.unlink, args=(address,),
                                    exitpriority=0)

    def accept(self):
        while True:
            try:
                s, self._last_accepted = self._socket.accept()
            except socket.error as e:
                if e.args[0] != errno.EINTR:
                    raise
            else:
                return _connection_of(s)

    def close(self):
        try:
            self._socket.close()
        finally:
            unlink, self._unlink = self._unlink, None
            if unlink is not None:
                unlink()


def SocketClient(address):
    """A connection to a listening socket; waits for one to appear."""
    family = getattr(socket, address_type(address))
    end = no_waiting.end()
    while True:
        s = socket.socket(family)
        s.setblocking(True)
        try:
            s.connect(address)
            return _connection_of(s)
        except socket.error as e:
            s.close()
            if e.args[0] != errno.ECONNREFUSED or _check_timeout(end):
                from multiprocessing.util import debug
                debug('failed to connect to address %s', address)
                raise
            time.sleep(0.01)


# Who knows the key?

MESSAGE_LENGTH = 20
CHALLENGE = b'#CHALLENGE#'
WELCOME = b'#WELCOME#'
FAILURE = b'#FAILURE#'


def _digest(authkey, message):
    import hashlib
    import hmac
    return hmac.new(authkey, message, hashlib.md5).digest()


def deliver_challenge(connection, authkey):
    """Has the other side show that it knows the key."""
    assert isinstance(authkey, bytes)
    message = os.urandom(MESSAGE_LENGTH)
    connection.send_bytes(CHALLENGE + message)
    response = connection.recv_bytes(256)
    if response != _digest(authkey, message):
        connection.send_bytes(FAILURE)
        raise AuthenticationError('digest received was wrong')
    connection.send_bytes(WELCOME)


def answer_challenge(connection, authkey):
    """Shows the other side that this one knows the key."""
    assert isinstance(authkey, bytes)
    message = connection.recv_bytes(256)
    assert message[:len(CHALLENGE)] == CHALLENGE, 'message = %r' % message
    connection.send_bytes(_digest(authkey, message[len(CHALLENGE):]))
    if connection.recv_bytes(256) != WELCOME:
        raise AuthenticationError('digest sent was rejected')


# Messages as XML.

class ConnectionWrapper(object):
    """A connection with other ways to make bytes of objects."""

    def __init__(self, conn, dumps, loads):
        self._conn = conn
        self._dumps = dumps
        self._loads = loads
        for attr in ('fileno', 'close', 'poll', 'recv_bytes', 'send_bytes'):
            setattr(self, attr, getattr(conn, attr))

    def send(self, obj):
        self._conn.send_bytes(self._dumps(obj))

    def recv(self):
        return self._loads(self._conn.recv_bytes())


def _xml_dumps(obj):
    import xmlrpclib
    return xmlrpclib.dumps((obj,), None, None, None, 1)


def _xml_loads(s):
    import xmlrpclib
    (obj,), method = xmlrpclib.loads(s)
    return obj


class XmlListener(Listener):
    """A listener whose connections talk XML."""

    def accept(self):
        return ConnectionWrapper(Listener.accept(self), _xml_dumps,
                                 _xml_loads)


def XmlClient(*args, **kwds):
    """A client that talks XML."""
    return ConnectionWrapper(Client(*args, **kwds), _xml_dumps, _xml_loads)
