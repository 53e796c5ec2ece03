# Headers that come whole through a socket, and such as are read by lines.
import mimetools
import rfc822
import socket


class Loud(rfc822.Message):
    def iscomment(self, line):
        return line.startswith('#')


def show(text, kind=rfc822.Message):
    a, b = socket.socketpair()
    a.sendall(text)
    a.close()
    f = socket._fileobject(b, 'rb', -1)
    first = f.readline()
    m = kind(f, 0)
    print repr(first), repr(m.status), m.headers, sorted(m.dict.items())
    print '   ', repr(m.unixfrom), repr(f.read())
    f.close()


PLAIN = 'Host: here\r\nX-Long-Name-Of-A-Header-That-Is-Not-Shared: 1 \t\r\n'
show('GET\r\n' + PLAIN + '\r\nbody')
show('GET\r\nA: 1\nB: 2\nA: 3\nC:\n\nrest\n')
show('GET\r\n\r\nbody')
show('GET\r\nA: 1\r\n  goes on\r\nB: 2\r\n\r\nbody')
show('GET\r\nA: 1\r\n: no name\r\nB: 2\r\n\r\nbody')
show('GET\r\nA: 1\r\nno header\r\nB: 2\r\n\r\nbody')
show('GET\r\nFrom me\r\nA: 1\r\n\r\nbody')
show('GET\r\n first: blank\r\nA: 1\r\n\r\nbody')
show('GET\r\nA: 1\r\nB: 2')
show('GET\r\nA: 1\r\n#c: 3\r\nB: 2\r\n\r\nbody', Loud)
show('GET\r\nContent-Type: Text/Html; A=b\r\n\r\n', mimetools.Message)
