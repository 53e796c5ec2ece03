# Closing a socket of ssl closes the connection of the socket it was made of,
# which nothing else refers to.
import socket
import ssl



def pair():
    server = socket.socket()
    server.bind(('127.0.0.1', 0))
    server.listen(1)
    client = socket.create_connection(server.getsockname())
    accepted = server.accept()[0]
    server.close()
    return client, accepted


a, b = pair()
secure = ssl.wrap_socket(a, do_handshake_on_connect=False)
a = None
secure.close()
b.settimeout(10)
print repr(b.recv(1))
c, d = pair()
secure = ssl.wrap_socket(c, do_handshake_on_connect=False)
c.close()
d.settimeout(0.1)
try:
    print repr(d.recv(1))
except socket.timeout as e:
    print 'still open'
secure.close()
d.settimeout(10)
print repr(d.recv(1))
try:
    ssl.SSLContext()
except TypeError as e:
    print e
