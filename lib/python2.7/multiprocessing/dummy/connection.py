"""Pipes between threads."""

__all__ = ['Client', 'Listener', 'Pipe']

from Queue import Queue

families = [None]


class Listener(object):
    """Waits for connections of Client()."""

    def __init__(self, address=None, family=None, backlog=1):
        self._backlog_queue = Queue(backlog)

    def accept(self):
        return Connection(*self._backlog_queue.get())

    def close(self):
        self._backlog_queue = None

    @property
    def address(self):
        return self._backlog_queue


def Client(address):
    """A connection to a listener."""
    incoming, outgoing = Queue(), Queue()
    address.put((incoming, outgoing))
    return Connection(outgoing, incoming)


def Pipe(duplex=True):
    """Two connections to each other."""
    a, b = Queue(), Queue()
    return Connection(a, b), Connection(b, a)


class Connection(object):
    """One end of a pipe."""

    def __init__(self, incoming, outgoing):
        self._in = incoming
        self._out = outgoing
        self.send = self.send_bytes = outgoing.put
        self.recv = self.recv_bytes = incoming.get

    def poll(self, timeout=0.0):
        """Is there something to receive?"""
        if self._in.qsize() > 0:
            return True
        if timeout <= 0.0:
            return False
        self._in.not_empty.acquire()
        try:
            self._in.not_empty.wait(timeout)
        finally:
            self._in.not_empty.release()
        return self._in.qsize() > 0

    def close(self):
        pass
