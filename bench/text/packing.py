"""Binary records: struct, base64, checksums, hexadecimal, run lengths."""
from __future__ import print_function

import base64
import binascii
import struct
import zlib

RECORD = struct.Struct('<IHBd8s')


def pack_records(n):
    out = []
    for i in xrange(n):
        name = ('id%06d' % i).encode('ascii')
        out.append(RECORD.pack(i, i % 65536, i % 256, i * 0.5, name))
    return b''.join(out)


def unpack_records(data):
    total, names = 0.0, {}
    for offset in xrange(0, len(data), RECORD.size):
        number, short, byte, value, name = RECORD.unpack(
            data[offset:offset + RECORD.size])
        total += number + short + byte + value
        names[name] = offset
    return total, len(names)


def chunks(data):
    """Length, tag, payload and checksum, as PNG files have them."""
    out = []
    for i in xrange(0, len(data), 1000):
        payload = data[i:i + 1000]
        tag = b'DATA' if i % 3000 else b'HEAD'
        crc = zlib.crc32(tag + payload) & 0xffffffff
        out.append(struct.pack('>I', len(payload)) + tag + payload +
                   struct.pack('>I', crc))
    return b''.join(out)


def read_chunks(data):
    at, parts, heads = 0, [], 0
    while at < len(data):
        size, = struct.unpack_from('>I', data, at)
        tag = data[at + 4:at + 8]
        payload = data[at + 8:at + 8 + size]
        crc, = struct.unpack('>I', data[at + 8 + size:at + 12 + size])
        if crc != zlib.crc32(tag + payload) & 0xffffffff:
            raise ValueError('damaged chunk at %d' % at)
        heads += tag == b'HEAD'
        parts.append(payload)
        at += 12 + size
    return b''.join(parts), heads


def run_lengths(data):
    out, previous, count = bytearray(), None, 0
    for b in bytearray(data):
        if b == previous and count < 255:
            count += 1
        else:
            if count:
                out.append(count)
                out.append(previous)
            previous, count = b, 1
    out.append(count)
    out.append(previous)
    return out


def expand(pairs):
    out = bytearray()
    for i in xrange(0, len(pairs), 2):
        out.extend(bytearray([pairs[i + 1]]) * pairs[i])
    return out


def adler(data):
    a, b = 1, 0
    for c in bytearray(data):
        a = (a + c) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def main():
    data = pack_records(550000)
    print(len(data), zlib.crc32(data) & 0xffffffff)
    print(unpack_records(data))
    packed = chunks(data)
    again, heads = read_chunks(packed)
    print(len(packed), again == data, heads)
    text = base64.b64encode(data)
    print(len(text), base64.b64decode(text) == data, text[:20].decode('ascii'))
    hexed = binascii.hexlify(data)
    print(len(hexed), binascii.unhexlify(hexed) == data)
    part = data[:1500000]
    runs = run_lengths(part)
    print(len(runs), expand(runs) == bytearray(part))
    print(adler(part), zlib.adler32(part) & 0xffffffff)


main()
