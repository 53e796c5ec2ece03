# append() with room and without, of ints, strs and what is neither.
b = bytearray()
for i in xrange(1000):
    b.append(i % 256)
print len(b), b[0], b[255], b[256], b[999], sum(b)
b.append('x')
b.append(True)
b.append(200L)
print b[-3:], len(b)


class I(object):
    def __index__(self):
        return 65


b.append(I())
print b[-1]
for bad in [256, -1, 'ab', '', 1.5, None, 2 ** 70, u'a']:
    try:
        b.append(bad)
    except (TypeError, ValueError, OverflowError) as e:
        print type(e).__name__, e
c = bytearray('abc')
del c[:]
c.append(1)
c += 'xy'
c.append(2)
print repr(c), str(c), bytearray([1, 2, 'a']), bytearray(iter([3, 4]))
print repr(bytearray(c) + b[:2]), c == bytearray('\x01xy\x02')
