"""Pipes between processes."""

__all__ = ['Pipe']

import os
import socket
import _multiprocessing


def Pipe(duplex=True):
    """Two connections; what one sends the other receives."""
    if not duplex:
        reader, writer = os.pipe()
        return (_multiprocessing.Connection(reader, writable=False),
                _multiprocessing.Connection(writer, readable=False))
    a, b = socket.socketpair()
    first = _multiprocessing.Connection(os.dup(a.fileno()))
    second = _multiprocessing.Connection(os.dup(b.fileno()))
    a.close()
    b.close()
    return first, second
