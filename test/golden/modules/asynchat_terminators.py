# Terminators: strings, counts, none; producers; the prefix at the end.
import asynchat
import asyncore
import socket


class Chat(asynchat.async_chat):
    def __init__(self, sock):
        asynchat.async_chat.__init__(self, sock)
        self.set_terminator('\r\n')
        self.got = []

    def collect_incoming_data(self, data):
        self._collect_incoming_data(data)

    def found_terminator(self):
        data = self._get_data()
        print repr(data), self.get_terminator()
        if data.startswith('count '):
            self.set_terminator(int(data[6:]))
        elif self.get_terminator() == 0:
            self.set_terminator('END')
        if data == 'bye':
            self.close_when_done()

a, b = socket.socketpair()
chat = Chat(a)
for piece in ('hel', 'lo\r', '\ncount 5\r\n123', '45x', 'yENENDbye', 'E', 'ND'):
    b.sendall(piece)
    asyncore.loop(0.01, count=3)
chat2 = Chat(socket.socketpair()[0])
print asynchat.find_prefix_at_end('qwerty\r', '\r\n'), asynchat.find_prefix_at_end('ab', 'bc')
p = asynchat.simple_producer('abcdef', 4)
print p.more(), p.more(), repr(p.more())
f = asynchat.fifo([1])
f.push(2)
print len(f), f.pop(), f.pop(), f.pop(), f.is_empty()
x, y = socket.socketpair()
c = Chat(x)
c.push_with_producer(asynchat.simple_producer('produced', 3))
c.push('pushed')
c.close_when_done()
asyncore.loop(0.01, count=8)
print repr(y.recv(100)), repr(y.recv(100))


class Quiet(asyncore.dispatcher):
    pass

d = Quiet(socket.socketpair()[0])
d.handle_read(), d.handle_write(), d.handle_accept(), d.handle_expt()
d.log_info('hello', 'note')
d.close()
try:
    d.nothing
except AttributeError, e:
    print e
try:
    1 / 0
except ZeroDivisionError:
    (file, function, line), t, v, info = asyncore.compact_traceback()
    print file, function, line, t, v, info
