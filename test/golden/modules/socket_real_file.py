# makefile() of the system's sockets makes real files.
import socket

a, b = socket.socketpair()
f = b.makefile('rb', -1)
g = a.makefile('w', 0)
print type(f) is file, f.name, f.mode, g.mode
print >>g, 'one'
a.sendall('two\nthree')
g.close()
a.close()
b.close()
print list(f), f.closed
a, b = socket.socketpair()
for arguments in ('q',), (1,), ('',), ('r', 'x'):
    try:
        print a.makefile(*arguments)
    except Exception as e:
        print type(e).__name__, e
print a.makefile('w', 1).fileno() != a.fileno()
