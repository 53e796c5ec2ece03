"""struct, array, zlib, hashlib, base64, binascii."""
import array
import base64
import binascii
import hashlib
import struct
import zlib


def main():
    record = struct.Struct('<IhdQ8s')
    packed = ''.join([record.pack(i, i % 1000, i * .5, i * i, 'name%d' % i)
                      for i in xrange(60000)])
    total = 0
    for at in xrange(0, len(packed), record.size):
        a, b, c, d, e = record.unpack_from(packed, at)
        total += a + b + d
    for i in xrange(200000):
        total += struct.unpack('>H', struct.pack('>H', i & 0xffff))[0]
    small = zlib.compress(packed, 1)
    print total, zlib.decompress(small) == packed, zlib.crc32(packed)
    print hashlib.md5(packed).hexdigest(), hashlib.sha1(packed).hexdigest()
    for i in xrange(60000):
        total += len(hashlib.md5(str(i)).digest())
    print total, len(base64.b64encode(packed))
    print binascii.hexlify(packed)[-20:]
    print sum(array.array('i', xrange(300000)))


main()
