import struct
print repr(struct.pack('<ihb', 1, -2, 3)), repr(struct.pack('>IHB', 1, 2, 3))
print repr(struct.pack('=Q', 2 ** 63)), repr(struct.pack('<d', 1.5))
print repr(struct.pack('<f', 0.1)), repr(struct.pack('5s', 'ab'))
print repr(struct.pack('3p', 'abcd')), repr(struct.pack('c?x', 'z', True))
print repr(struct.pack('@bi', 1, 2)), repr(struct.pack('<3h', 1, 2, 3))
print repr(struct.pack('', *[])), repr(struct.pack('<q', -1))
print repr(struct.pack('!l', 258))
print struct.unpack('<ihb', '\x01\0\0\0\xfe\xff\x03'), struct.unpack('>H', '\x01\x02')
print struct.unpack('<d', '\0' * 6 + '\xf8?'), struct.unpack('5s', 'ab\0\0c')
print struct.unpack('3p', '\x02ab'), struct.calcsize('bi'), struct.calcsize('<bi')
print struct.calcsize('2i3s'), struct.calcsize('P'), struct.calcsize('l')
print struct.unpack('<?', '\x02'), struct.unpack('<Q', '\xff' * 8)
print struct.unpack_from('<h', 'abcd', 2), struct.unpack('0s', '')
print struct.unpack('<f', '\xcd\xcc\xcc=')
s = struct.Struct('<hh'); print repr(s.pack(1, 2)), s.unpack('\1\0\2\0'), s.size, s.format
b = bytearray(6)
struct.pack_into('<h', b, 2, 513)
print repr(b), struct.unpack_from('<h', b, 2)
for f in (lambda: struct.pack('b', 200), lambda: struct.pack('i', 'a'),
        lambda: struct.pack('ii', 1), lambda: struct.unpack('i', 'abc'),
        lambda: struct.pack('z', 1), lambda: struct.pack('H', -1),
        lambda: struct.pack('<i', 2 ** 31), lambda: struct.pack('c', 'ab'),
        lambda: struct.pack('f', 'x'), lambda: struct.unpack_from('i', 'ab', 1),
        lambda: struct.pack('s', 5), lambda: struct.pack('<i', 1.5),
        lambda: struct.pack_into('i', 'abcd', 0, 1), lambda: struct.pack('<f', 1e300),
        lambda: struct.calcsize('5')):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e
