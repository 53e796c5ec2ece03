"""Sockets that nobody closes do not use up the descriptors."""
import resource
import socket

resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
n = 0
for i in range(500):
    s = socket.socket()
    n += s.fileno() > 2
print n
