b = buffer('hello world')
print b, len(b), b[0], b[1:4], b + 'x', b * 2, buffer('hello', 1), buffer('hello', 1, 3)
print b == buffer('hello world'), b < buffer('z'), hash(b) == hash('hello world')
print str(b), list(buffer('ab')), 'x' + str(buffer('y')), buffer(u'a') [0], type(b)
m = memoryview('abc')
print len(m), m[0], m[1:].tobytes(), m.tolist(), m.format, m.itemsize, m.ndim, m.shape
print m.strides, m.readonly, m.suboffsets, m == 'abc', m == memoryview('abc')
print m[::1].tobytes(), list(m), bytearray(m), repr(m.tobytes())
a = bytearray('xyz')
w = memoryview(a)
w[0] = 'Q'; w[1:] = 'RS'
print a, w.readonly, w[-1]
for f in (lambda: m.__setitem__(0, 'x'), lambda: m[5], lambda: w.__setitem__(0, 'ab'),
        lambda: w.__setitem__(0, 65), lambda: w.__setitem__(slice(0, 2), 'x'),
        lambda: a.append(1), lambda: memoryview(u'a'), lambda: memoryview(5),
        lambda: b.__setitem__(0, 'x'), lambda: b[50], lambda: buffer('a', -1),
        lambda: buffer(5), lambda: m['a'], lambda: hash(m), lambda: m < m):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e
