"""Connections and sockets as messages: their descriptors are passed on."""

__all__ = ['send_handle', 'recv_handle', 'rebuild_connection',
           'reduce_connection', 'rebuild_handle', 'reduce_handle']

import os
import socket
import threading
import _multiprocessing

from multiprocessing.connection import Client, Listener
from multiprocessing.forking import ForkingPickler
from multiprocessing.process import current_process
from multiprocessing.util import debug, register_after_fork, sub_debug


def send_handle(conn, handle, destination_pid):
    """Sends a descriptor over a Unix socket."""
    _multiprocessing.sendfd(conn.fileno(), handle)


def recv_handle(conn):
    """The descriptor that was sent."""
    return _multiprocessing.recvfd(conn.fileno())


_cache = set()
_lock = threading.Lock()
_listener = None


def _start_anew(obj):
    global _listener, _lock, _cache
    for handle in _cache:
        os.close(handle)
    _cache.clear()
    _lock = threading.Lock()
    _listener = None


register_after_fork(_start_anew, _start_anew)


def _get_listener():
    """Where other processes fetch descriptors."""
    global _listener
    with _lock:
        if _listener is None:
            debug('starting listener and thread for sending handles')
            _listener = Listener(authkey=current_process().authkey,
                                 backlog=10)
            t = threading.Thread(target=_serve, args=(_listener,))
            t.daemon = True
            t.start()
    return _listener


def _serve(listener):
    while True:
        try:
            conn = listener.accept()
            wanted, pid = conn.recv()
            _cache.discard(wanted)
            send_handle(conn, wanted, pid)
            os.close(wanted)
            conn.close()
        except Exception:
            from multiprocessing.util import is_exiting, sub_warning
            if not is_exiting():
                import traceback
                sub_warning('thread for sharing handles raised exception:\n%s',
                            traceback.format_exc())


def reduce_handle(handle):
    """What rebuild_handle() in another process needs."""
    copy = os.dup(handle)
    _cache.add(copy)
    sub_debug('reducing handle %d', handle)
    return _get_listener().address, copy, False


def rebuild_handle(pickled_data):
    """The descriptor as this process has it."""
    address, handle, inherited = pickled_data
    if inherited:
        return handle
    sub_debug('rebuilding handle %d', handle)
    conn = Client(address, authkey=current_process().authkey)
    conn.send((handle, os.getpid()))
    new = recv_handle(conn)
    conn.close()
    return new


def reduce_connection(conn):
    return rebuild_connection, (reduce_handle(conn.fileno()), conn.readable,
                                conn.writable)


def rebuild_connection(reduced_handle, readable, writable):
    return _multiprocessing.Connection(rebuild_handle(reduced_handle),
                                       readable=readable, writable=writable)


def fromfd(fd, family, type_, proto=0):
    s = socket.fromfd(fd, family, type_, proto)
    if s.__class__ is not socket.socket:
        s = socket.socket(_sock=s)
    return s


def reduce_socket(s):
    return rebuild_socket, (reduce_handle(s.fileno()), s.family, s.type,
                            s.proto)


def rebuild_socket(reduced_handle, family, type_, proto):
    fd = rebuild_handle(reduced_handle)
    s = fromfd(fd, family, type_, proto)
    os.close(fd)
    return s


ForkingPickler.register(_multiprocessing.Connection, reduce_connection)
ForkingPickler.register(socket.socket, reduce_socket)
