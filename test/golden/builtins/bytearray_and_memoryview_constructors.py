print repr(bytearray()), repr(bytearray(3)), repr(bytearray('abc'))
print repr(bytearray([65, 66])), repr(bytearray(u'\u20ac', 'utf-8'))
print repr(bytearray(x for x in (1, 2))), repr(bytearray(buffer('q')))
print repr(bytearray(bytearray('w'))), repr(bytearray(0))
print repr(bytearray(u'a', 'ascii', 'strict'))
m = memoryview(bytearray('abcd'))
print m[1:3].tobytes(), m.tolist(), memoryview(memoryview('xy')).tobytes()
print memoryview(buffer('b')).tobytes(), repr(memoryview('a'))[:12]
