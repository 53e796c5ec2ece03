"""Connections between processes, over pipes and sockets, and semaphores."""

import _frames
import cPickle
import errno
import os
import select
import struct
import time

from _passfd import recvfd, sendfd
from _semlock import SemLock, SEM_VALUE_MAX

_frames.hide(globals())
flags = {'HAVE_SEM_OPEN': 1, 'HAVE_SEM_TIMEDWAIT': 1, 'HAVE_FD_TRANSFER': 1}


class Connection(object):
    """Messages over a descriptor: four bytes of length, then the bytes."""

    __slots__ = ('_handle', 'readable', 'writable', '__weakref__')

    def __init__(self, handle, readable=True, writable=True):
        if not readable and not writable:
            raise ValueError('either readable or writable must be true')
        if handle < 0:
            raise IOError('invalid handle %d' % handle)
        self._handle = handle
        self.readable = bool(readable)
        self.writable = bool(writable)

    @property
    def closed(self):
        return self._handle is None

    def __del__(self):
        try:
            self.close()
        except OSError:
            pass

    def close(self):
        """Closes the connection."""
        handle = self._handle
        self._handle = None
        if handle is not None:
            os.close(handle)

    def fileno(self):
        """The descriptor."""
        self._check()
        return self._handle

    def _check(self):
        if self._handle is None:
            raise IOError('handle is invalid')

    def _check_readable(self):
        self._check()
        if not self.readable:
            raise IOError('connection is write-only')

    def _check_writable(self):
        self._check()
        if not self.writable:
            raise IOError('connection is read-only')

    def _write(self, data):
        at = 0
        while at < len(data):
            try:
                at += os.write(self._handle, data[at:] if at else data)
            except OSError as e:
                if e.errno != errno.EINTR:
                    raise IOError(e.errno, e.strerror)

    def _read(self, n, at_start=False):
        pieces = []
        left = n
        while left:
            try:
                piece = os.read(self._handle, min(left, 1 << 20))
            except OSError as e:
                if e.errno == errno.EINTR:
                    continue
                raise IOError(e.errno, e.strerror)
            if not piece:
                if at_start and left == n:
                    raise EOFError
                raise IOError('got end of file during message')
            pieces.append(piece)
            left -= len(piece)
        return ''.join(pieces)

    def send_bytes(self, data, offset=0, size=None):
        """Sends bytes."""
        view = bytes(buffer(data))
        n = len(view)
        if offset < 0:
            raise ValueError('offset is negative')
        if n < offset:
            raise ValueError('buffer length < offset')
        if size is None:
            size = n - offset
        elif size < 0:
            raise ValueError('size is negative')
        elif offset + size > n:
            raise ValueError('buffer length < offset + size')
        self._check_writable()
        self._send(view[offset:offset + size])

    def _send(self, data):
        if len(data) > 0x7fffffff:
            raise ValueError('string too long')
        head = struct.pack('!I', len(data))
        if len(data) < 16384:
            self._write(head + data)
        else:
            self._write(head)
            self._write(data)

    def _receive(self, limit=None):
        n, = struct.unpack('!I', self._read(4, True))
        if n > 0x7fffffff or limit is not None and n > limit:
            self.close()
            raise IOError('bad message length')
        return self._read(n)

    def recv_bytes(self, maxlength=None):
        """The bytes that were sent."""
        if maxlength is not None and maxlength < 0:
            raise ValueError('maxlength < 0')
        self._check_readable()
        return self._receive(maxlength)

    def recv_bytes_into(self, target, offset=0):
        """Stores the bytes that were sent; how many."""
        if offset < 0:
            raise ValueError('negative offset')
        self._check_readable()
        data = self._receive()
        room = len(buffer(target))
        if offset > room:
            raise ValueError('offset too large')
        if offset + len(data) > room:
            from multiprocessing import BufferTooShort
            raise BufferTooShort(data)
        _store(target, offset, data)
        return len(data)

    def send(self, obj):
        """Sends an object, pickled."""
        self._check_writable()
        self._send(cPickle.dumps(obj, 2))

    def recv(self):
        """The object that was sent."""
        self._check_readable()
        return cPickle.loads(self._receive())

    def poll(self, timeout=0.0):
        """Is there something to be received within the seconds?"""
        self._check_readable()
        end = None if timeout is None else time.time() + timeout
        # Not select(), which takes no descriptor above 1023.
        poller = select.poll()
        poller.register(self._handle, select.POLLIN)
        while True:
            left = None if end is None else max(0, end - time.time())
            try:
                # A part of a millisecond is a whole one.
                ready = poller.poll(left and int(left * 1000 + 0.999))
                if ready and ready[0][1] & select.POLLNVAL:
                    raise IOError(errno.EBADF, os.strerror(errno.EBADF))
                return bool(ready)
            except select.error as e:
                if e.args[0] != errno.EINTR:
                    raise

    def __repr__(self):
        mode = ('read-write' if self.readable and self.writable else
                'read-only' if self.readable else 'write-only')
        return '<%s %s, handle %s>' % (mode, 'Connection', self._handle)

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.close()


def _store(target, offset, data):
    if isinstance(target, bytearray):
        target[offset:offset + len(data)] = data
        return
    import array
    if isinstance(target, array.array):
        whole = bytearray(buffer(target))
        whole[offset:offset + len(data)] = data
        fresh = array.array(target.typecode)
        fresh.fromstring(bytes(whole))
        target[:] = fresh
        return
    memoryview(target)[offset:offset + len(data)] = data


def address_of_buffer(obj):
    """Where the bytes of an object are, and how many."""
    import ctypes
    view = (ctypes.c_char * len(obj)).from_buffer(obj)
    return ctypes.addressof(view), len(obj)
