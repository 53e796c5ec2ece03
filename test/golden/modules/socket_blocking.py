# setblocking() takes any number of a C long.
import socket
import sys

s = socket.socket()
for flag in (0, 1, 2 ** 32, -2 ** 32, sys.maxint, True, 0.5, 0, 2 ** 63, None):
    try:
        s.setblocking(flag)
        print flag, s.gettimeout()
    except Exception as e:
        print type(e).__name__, e
