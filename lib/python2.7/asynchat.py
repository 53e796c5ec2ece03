"""Dialogues over asyncore: input is cut at terminators, output queued."""

import asyncore
import errno
import socket
from collections import deque
from sys import py3kwarning
from warnings import filterwarnings, catch_warnings

_BLOCKING = (errno.EAGAIN, errno.EALREADY, errno.EINPROGRESS, errno.EWOULDBLOCK)


class async_chat(asyncore.dispatcher):
    """Subclasses define collect_incoming_data() and found_terminator()."""

    ac_in_buffer_size = 4096
    ac_out_buffer_size = 4096

    def __init__(self, sock=None, map=None):
        self.ac_in_buffer = ''
        self.incoming = []
        self.producer_fifo = deque()
        asyncore.dispatcher.__init__(self, sock, map)

    def collect_incoming_data(self, data):
        raise NotImplementedError('must be implemented in subclass')

    def _collect_incoming_data(self, data):
        self.incoming.append(data)

    def _get_data(self):
        data = ''.join(self.incoming)
        del self.incoming[:]
        return data

    def found_terminator(self):
        raise NotImplementedError('must be implemented in subclass')

    def set_terminator(self, term):
        """A string, a number of bytes, or None: everything is data."""
        self.terminator = term

    def get_terminator(self):
        return self.terminator

    def handle_read(self):
        try:
            data = self.recv(self.ac_in_buffer_size)
        except socket.error as e:
            if e.args[0] in _BLOCKING:
                return
            self.handle_error()
            return
        self.ac_in_buffer += data
        while self.ac_in_buffer:
            terminator = self.get_terminator()
            if not terminator:
                self._take(len(self.ac_in_buffer))
            elif isinstance(terminator, (int, long)):
                if not self._count_down(terminator):
                    break
            elif not self._search(terminator):
                break

    def _take(self, n):
        """Hands the first n bytes over."""
        data = self.ac_in_buffer[:n]
        self.ac_in_buffer = self.ac_in_buffer[n:]
        self.collect_incoming_data(data)

    def _count_down(self, n):
        have = len(self.ac_in_buffer)
        if have < n:
            self.terminator = n - have
            self._take(have)
            return False
        self.terminator = 0
        self._take(n)
        self.found_terminator()
        return True

    def _search(self, terminator):
        at = self.ac_in_buffer.find(terminator)
        if at >= 0:
            if at > 0:
                data = self.ac_in_buffer[:at]
                self.ac_in_buffer = self.ac_in_buffer[at + len(terminator):]
                self.collect_incoming_data(data)
            else:
                self.ac_in_buffer = self.ac_in_buffer[len(terminator):]
            self.found_terminator()
            return True
        # What may be the start of a terminator stays.
        n = find_prefix_at_end(self.ac_in_buffer, terminator)
        if n:
            if n != len(self.ac_in_buffer):
                self._take(len(self.ac_in_buffer) - n)
            return False
        self._take(len(self.ac_in_buffer))
        return True

    def handle_write(self):
        self.initiate_send()

    def handle_close(self):
        self.close()

    def push(self, data):
        """Queues data."""
        size = self.ac_out_buffer_size
        if len(data) > size:
            for i in xrange(0, len(data), size):
                self.producer_fifo.append(data[i:i + size])
        else:
            self.producer_fifo.append(data)
        self.initiate_send()

    def push_with_producer(self, producer):
        """Queues what an object with more() gives."""
        self.producer_fifo.append(producer)
        self.initiate_send()

    def readable(self):
        return 1

    def writable(self):
        return self.producer_fifo or not self.connected

    def close_when_done(self):
        """Closes behind what is queued."""
        self.producer_fifo.append(None)

    def initiate_send(self):
        while self.producer_fifo and self.connected:
            first = self.producer_fifo[0]
            if not first:
                del self.producer_fifo[0]
                if first is None:
                    self.handle_close()
                    return
            size = self.ac_out_buffer_size
            try:
                with catch_warnings():
                    if py3kwarning:
                        filterwarnings('ignore', '.*buffer', DeprecationWarning)
                    data = buffer(first, 0, size)
            except TypeError:
                data = first.more()
                if data:
                    self.producer_fifo.appendleft(data)
                else:
                    del self.producer_fifo[0]
                continue
            try:
                sent = self.send(data)
            except socket.error:
                self.handle_error()
                return
            if sent:
                if sent < len(data) or size < len(first):
                    self.producer_fifo[0] = first[sent:]
                else:
                    del self.producer_fifo[0]
            # One send at a time: others want to be served.
            return

    def discard_buffers(self):
        self.ac_in_buffer = ''
        del self.incoming[:]
        self.producer_fifo.clear()


class simple_producer:
    """A string, a piece at a time."""

    def __init__(self, data, buffer_size=512):
        self.data = data
        self.buffer_size = buffer_size

    def more(self):
        data = self.data[:self.buffer_size]
        self.data = self.data[self.buffer_size:]
        return data


class fifo:
    """A queue whose pop() says whether it found something."""

    def __init__(self, list=None):
        self.list = deque(list) if list else deque()

    def __len__(self):
        return len(self.list)

    def is_empty(self):
        return not self.list

    def first(self):
        return self.list[0]

    def push(self, data):
        self.list.append(data)

    def pop(self):
        if self.list:
            return 1, self.list.popleft()
        return 0, None


def find_prefix_at_end(haystack, needle):
    """The length of the longest start of needle that haystack ends in."""
    n = len(needle) - 1
    while n and not haystack.endswith(needle[:n]):
        n -= 1
    return n
