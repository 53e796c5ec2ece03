# What the numbers of an IPv6 address may be.
import socket

for address in (('::1', 0, 0xffffffff), ('::1', 0, -10), ('::1', 0, 1 << 20),
                ('::1', 0, 0xfffff), ('::1', -1), ('::1', 65536)):
    try:
        print socket.getnameinfo(address, socket.NI_NUMERICHOST |
                                 socket.NI_NUMERICSERV)
    except (OverflowError, socket.gaierror) as e:
        print e
