"""Sockets served by one loop: each a dispatcher whose handle_ methods the loop
calls when something can be read or written."""

import errno
import os
import select
import socket
import sys
import time
import warnings

from errno import EALREADY, EINPROGRESS, EWOULDBLOCK, ECONNRESET, EINVAL, \
    ENOTCONN, ESHUTDOWN, EINTR, EISCONN, EBADF, ECONNABORTED, EPIPE, EAGAIN, \
    errorcode

_DISCONNECTED = frozenset((ECONNRESET, ENOTCONN, ESHUTDOWN, ECONNABORTED, EPIPE,
                           EBADF))

try:
    socket_map
except NameError:
    # File descriptor -> dispatcher; a reload keeps it.
    socket_map = {}


def _strerror(err):
    try:
        return os.strerror(err)
    except (ValueError, OverflowError, NameError):
        if err in errorcode:
            return errorcode[err]
        return 'Unknown error %s' % err


class ExitNow(Exception):
    """Ends the loop from within a handler."""


_reraised_exceptions = (ExitNow, KeyboardInterrupt, SystemExit)


def _guarded(obj, handler):
    try:
        handler()
    except _reraised_exceptions:
        raise
    except:
        obj.handle_error()


def read(obj):
    _guarded(obj, obj.handle_read_event)


def write(obj):
    _guarded(obj, obj.handle_write_event)


def _exception(obj):
    _guarded(obj, obj.handle_expt_event)


def readwrite(obj, flags):
    """Calls the handlers that poll()'s flags ask for."""
    try:
        if flags & select.POLLIN:
            obj.handle_read_event()
        if flags & select.POLLOUT:
            obj.handle_write_event()
        if flags & select.POLLPRI:
            obj.handle_expt_event()
        if flags & (select.POLLHUP | select.POLLERR | select.POLLNVAL):
            obj.handle_close()
    except socket.error as e:
        if e.args[0] in _DISCONNECTED:
            obj.handle_close()
        else:
            obj.handle_error()
    except _reraised_exceptions:
        raise
    except:
        obj.handle_error()


def poll(timeout=0.0, map=None):
    """One round with select()."""
    if map is None:
        map = socket_map
    if not map:
        return
    readers = []
    writers = []
    exceptional = []
    for fd, obj in map.items():
        reads = obj.readable()
        writes = obj.writable()
        if reads:
            readers.append(fd)
        # A listening socket never becomes writable.
        if writes and not obj.accepting:
            writers.append(fd)
        if reads or writes:
            exceptional.append(fd)
    if not (readers or writers or exceptional):
        time.sleep(timeout)
        return
    try:
        readers, writers, exceptional = select.select(
            readers, writers, exceptional, timeout)
    except select.error as e:
        if e.args[0] != EINTR:
            raise
        return
    for ready, act in ((readers, read), (writers, write),
                       (exceptional, _exception)):
        for fd in ready:
            obj = map.get(fd)
            if obj is not None:
                act(obj)


def poll2(timeout=0.0, map=None):
    """One round with poll()."""
    if map is None:
        map = socket_map
    if timeout is not None:
        timeout = int(timeout * 1000)
    if not map:
        return
    pollster = select.poll()
    for fd, obj in map.items():
        flags = 0
        if obj.readable():
            flags |= select.POLLIN | select.POLLPRI
        if obj.writable() and not obj.accepting:
            flags |= select.POLLOUT
        if flags:
            flags |= select.POLLERR | select.POLLHUP | select.POLLNVAL
            pollster.register(fd, flags)
    try:
        ready = pollster.poll(timeout)
    except select.error as e:
        if e.args[0] != EINTR:
            raise
        ready = []
    for fd, flags in ready:
        obj = map.get(fd)
        if obj is not None:
            readwrite(obj, flags)


poll3 = poll2


def loop(timeout=30.0, use_poll=False, map=None, count=None):
    """Serves the dispatchers of the map, as long as there are any."""
    if map is None:
        map = socket_map
    if use_poll and hasattr(select, 'poll'):
        once = poll2
    else:
        once = poll
    while map and (count is None or count > 0):
        once(timeout, map)
        if count is not None:
            count -= 1


class dispatcher:
    """A socket that the loop serves."""

    debug = False
    connected = False
    accepting = False
    connecting = False
    closing = False
    addr = None
    ignore_log_types = frozenset(['warning'])

    def __init__(self, sock=None, map=None):
        if map is None:
            self._map = socket_map
        else:
            self._map = map
        self._fileno = None
        if not sock:
            self.socket = None
            return
        # The loop would hang in a socket that blocks.
        sock.setblocking(0)
        self.set_socket(sock, map)
        self.connected = True
        try:
            self.addr = sock.getpeername()
        except socket.error as e:
            if e.args[0] in (ENOTCONN, EINVAL):
                self.connected = False
            else:
                self.del_channel(map)
                raise

    def __repr__(self):
        status = [self.__class__.__module__ + '.' + self.__class__.__name__]
        if self.accepting and self.addr:
            status.append('listening')
        elif self.connected:
            status.append('connected')
        if self.addr is not None:
            try:
                status.append('%s:%d' % self.addr)
            except TypeError:
                status.append(repr(self.addr))
        return '<%s at %#x>' % (' '.join(status), id(self))

    __str__ = __repr__

    def add_channel(self, map=None):
        if map is None:
            map = self._map
        map[self._fileno] = self

    def del_channel(self, map=None):
        fd = self._fileno
        if map is None:
            map = self._map
        if fd in map:
            del map[fd]
        self._fileno = None

    def create_socket(self, family, type):
        self.family_and_type = family, type
        sock = socket.socket(family, type)
        sock.setblocking(0)
        self.set_socket(sock)

    def set_socket(self, sock, map=None):
        self.socket = sock
        self._fileno = sock.fileno()
        self.add_channel(map)

    def set_reuse_addr(self):
        try:
            self.socket.setsockopt(
                socket.SOL_SOCKET, socket.SO_REUSEADDR,
                self.socket.getsockopt(socket.SOL_SOCKET,
                                       socket.SO_REUSEADDR) | 1)
        except socket.error:
            pass

    # Subclasses say when they want to hear of something.

    def readable(self):
        return True

    def writable(self):
        return True

    # What a socket does.

    def listen(self, num):
        self.accepting = True
        if os.name == 'nt' and num > 5:
            num = 5
        return self.socket.listen(num)

    def bind(self, addr):
        self.addr = addr
        return self.socket.bind(addr)

    def connect(self, address):
        self.connected = False
        self.connecting = True
        err = self.socket.connect_ex(address)
        if err in (EINPROGRESS, EALREADY, EWOULDBLOCK) or \
                err == EINVAL and os.name in ('nt', 'ce'):
            self.addr = address
            return
        if err in (0, EISCONN):
            self.addr = address
            self.handle_connect_event()
        else:
            raise socket.error(err, errorcode[err])

    def accept(self):
        """(socket, address), or None if nobody is there after all."""
        try:
            conn, addr = self.socket.accept()
        except TypeError:
            return None
        except socket.error as e:
            if e.args[0] in (EWOULDBLOCK, ECONNABORTED, EAGAIN):
                return None
            raise
        else:
            return conn, addr

    def send(self, data):
        try:
            return self.socket.send(data)
        except socket.error as e:
            if e.args[0] == EWOULDBLOCK:
                return 0
            if e.args[0] in _DISCONNECTED:
                self.handle_close()
                return 0
            raise

    def recv(self, buffer_size):
        try:
            data = self.socket.recv(buffer_size)
            if not data:
                # A closed connection can be read: nothing comes.
                self.handle_close()
                return ''
            return data
        except socket.error as e:
            if e.args[0] in _DISCONNECTED:
                self.handle_close()
                return ''
            raise

    def close(self):
        self.connected = False
        self.accepting = False
        self.connecting = False
        self.del_channel()
        try:
            self.socket.close()
        except socket.error as e:
            if e.args[0] not in (ENOTCONN, EBADF):
                raise

    def __getattr__(self, attr):
        """Methods of the socket, for programs that expect them here."""
        try:
            found = getattr(self.socket, attr)
        except AttributeError:
            raise AttributeError("%s instance has no attribute '%s'"
                                 % (self.__class__.__name__, attr))
        me = self.__class__.__name__
        warnings.warn('%s.%s is deprecated. Use %s.socket.%s instead.'
                      % (me, attr, me, attr), DeprecationWarning, stacklevel=2)
        return found

    def log(self, message):
        sys.stderr.write('log: %s\n' % str(message))

    def log_info(self, message, type='info'):
        if type not in self.ignore_log_types:
            print '%s: %s' % (type, message)

    # What the loop calls.

    def handle_read_event(self):
        if self.accepting:
            # Somebody connects to a listening socket.
            self.handle_accept()
        elif not self.connected:
            if self.connecting:
                self.handle_connect_event()
            self.handle_read()
        else:
            self.handle_read()

    def handle_connect_event(self):
        err = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if err != 0:
            raise socket.error(err, _strerror(err))
        self.handle_connect()
        self.connected = True
        self.connecting = False

    def handle_write_event(self):
        if self.accepting:
            return
        if not self.connected:
            if self.connecting:
                self.handle_connect_event()
        self.handle_write()

    def handle_expt_event(self):
        # Data out of band, or an error.
        err = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if err != 0:
            self.handle_close()
        else:
            self.handle_expt()

    def handle_error(self):
        where, t, v, info = compact_traceback()
        try:
            text = repr(self)
        except:
            text = '<__repr__(self) failed for object at %0x>' % id(self)
        self.log_info('uncaptured python exception, closing channel '
                      '%s (%s:%s %s)' % (text, t, v, info), 'error')
        self.handle_close()

    # What subclasses define.

    def handle_expt(self):
        self.log_info('unhandled incoming priority event', 'warning')

    def handle_read(self):
        self.log_info('unhandled read event', 'warning')

    def handle_write(self):
        self.log_info('unhandled write event', 'warning')

    def handle_connect(self):
        self.log_info('unhandled connect event', 'warning')

    def handle_accept(self):
        self.log_info('unhandled accept event', 'warning')

    def handle_close(self):
        self.log_info('unhandled close event', 'warning')
        self.close()


class dispatcher_with_send(dispatcher):
    """Keeps what cannot be sent at once."""

    def __init__(self, sock=None, map=None):
        dispatcher.__init__(self, sock, map)
        self.out_buffer = ''

    def initiate_send(self):
        sent = dispatcher.send(self, self.out_buffer[:512])
        self.out_buffer = self.out_buffer[sent:]

    def handle_write(self):
        self.initiate_send()

    def writable(self):
        return not self.connected or len(self.out_buffer)

    def send(self, data):
        if self.debug:
            self.log_info('sending %s' % repr(data))
        self.out_buffer = self.out_buffer + data
        self.initiate_send()


def compact_traceback():
    """((file, function, line) of the innermost frame, type, value, text) of
    the exception at hand."""
    t, v, tb = sys.exc_info()
    if not tb:
        raise AssertionError('traceback does not exist')
    frames = []
    while tb:
        code = tb.tb_frame.f_code
        frames.append((code.co_filename, code.co_name, str(tb.tb_lineno)))
        tb = tb.tb_next
    file, function, line = frames[-1]
    info = ' '.join(['[%s|%s|%s]' % frame for frame in frames])
    return (file, function, line), t, v, info


def close_all(map=None, ignore_all=False):
    """Closes all dispatchers."""
    if map is None:
        map = socket_map
    for obj in map.values():
        try:
            obj.close()
        except OSError as e:
            if e.args[0] != EBADF and not ignore_all:
                raise
        except _reraised_exceptions:
            raise
        except:
            if not ignore_all:
                raise
    map.clear()


if os.name == 'posix':
    import fcntl

    class file_wrapper:
        """A file descriptor, of a pipe say, with a socket's methods."""

        def __init__(self, fd):
            self.fd = os.dup(fd)

        def recv(self, *args):
            return os.read(self.fd, *args)

        def send(self, *args):
            return os.write(self.fd, *args)

        def getsockopt(self, level, optname, buflen=None):
            if level == socket.SOL_SOCKET and optname == socket.SO_ERROR and \
                    not buflen:
                return 0
            raise NotImplementedError('Only asyncore specific behaviour '
                                      'implemented.')

        read = recv
        write = send

        def close(self):
            if self.fd < 0:
                return
            fd = self.fd
            self.fd = -1
            os.close(fd)

        def fileno(self):
            return self.fd

    class file_dispatcher(dispatcher):
        """Serves a file descriptor."""

        def __init__(self, fd, map=None):
            dispatcher.__init__(self, None, map)
            self.connected = True
            try:
                fd = fd.fileno()
            except AttributeError:
                pass
            self.set_file(fd)
            flags = fcntl.fcntl(fd, fcntl.F_GETFL, 0)
            fcntl.fcntl(fd, fcntl.F_SETFL, flags | os.O_NONBLOCK)

        def set_file(self, fd):
            self.socket = file_wrapper(fd)
            self._fileno = self.socket.fileno()
            self.add_channel()
