import struct
rec = struct.Struct('<10sIhd')
rows = [('alpha', 1, -5, 2.5), ('beta', 2 ** 32 - 1, 7, -0.125)]
data = ''.join(rec.pack(*r) for r in rows)
print rec.size, len(data), data[:10].encode('hex')
for i in range(0, len(data), rec.size):
    name, n, s, f = rec.unpack_from(data, i)
    print name.rstrip('\0'), n, s, f
print struct.unpack('>I', struct.pack('<I', 0x01020304))
print [struct.calcsize(c) for c in 'bBhHiIlLqQfd'], struct.pack('>f', 1.1).encode('hex')
print struct.unpack('<d', '9a9999999999f13f'.decode('hex'))
