import struct
for format, value in [('i', 'x'), ('i', 2 ** 31), ('I', -1), ('I', 2 ** 32),
                      ('q', 2 ** 63), ('b', 128), ('B', -1), ('h', 40000),
                      ('>h', 40000), ('>H', -1), ('c', 1), ('d', 'x'),
                      ('<f', 1e300), ('<P', 5), ('z', 1), ('5', 1),
                      ('99999999999999999999i', 1)]:
    try:
        print repr(struct.pack(format, value))
    except Exception as e:
        print format, type(e).__name__, e
for call in (lambda: struct.unpack('i', 'abc'),
             lambda: struct.unpack_from('i', 'abcdefgh', 5),
             lambda: struct.pack_into('i', bytearray(5), 2, 5),
             lambda: struct.pack_into('i', 'abcd', 0, 5),
             lambda: struct.Struct(1), lambda: struct.Struct()):
    try:
        print call()
    except Exception as e:
        print type(e).__name__, e
