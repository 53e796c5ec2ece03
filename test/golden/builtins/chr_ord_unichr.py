print repr(chr(0)), chr(65), repr(chr(255)), ord('a'), ord('\xff'), ord(u'\u20ac')
print repr(unichr(233)), repr(unichr(0x10ffff))
print ord(bytearray('a')), chr(True), [chr(i) for i in range(65, 70)]
print ''.join(map(chr, [72, 105])), repr(unichr(0x1f600)), ord(u'\U0001f600')
for f, x in ((chr, -1), (chr, 256), (chr, 'a'), (chr, 1.0), (ord, ''), (ord, 'ab'), (ord, 5),
        (ord, u'ab'), (unichr, -1), (unichr, 0x110000), (unichr, None), (chr, 2 ** 70)):
    try:
        print f(x)
    except (ValueError, TypeError, OverflowError) as e:
        print type(e).__name__, e
