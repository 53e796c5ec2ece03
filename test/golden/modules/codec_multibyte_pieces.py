# What the East Asian codecs hold back, where errors stand, and their tables.
import codecs
import StringIO
import zlib

NAMES = '''gb2312 gbk gb18030 hz big5hkscs cp932 shift_jis euc_jp euc_jisx0213
shift_jisx0213 euc_jis_2004 shift_jis_2004 cp949 euc_kr johab big5 cp950
iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3
iso2022_jp_ext iso2022_kr'''.split()


def attempt(function, *args):
    try:
        return repr(function(*args))
    except Exception, e:
        return '%s: %s' % (type(e).__name__, e)


everything = u''.join(map(unichr, range(0xd800) + range(0xe000, 0x10000) +
                          range(0x20000, 0x20200)))
data = ''.join([chr(a) + chr(b) + '!' for a in range(0x81, 0x100)
                for b in range(0x21, 0x100)])
for name in NAMES:
    print name, zlib.crc32(everything.encode(name, 'ignore')),
    print zlib.crc32(data.decode(name, 'replace').encode('utf-8'))
    encoder = codecs.getincrementalencoder(name)()
    for piece in (u'\xe6', u'\u0300', u'\u304b', u'a', u'\uac03', u'\u0123'):
        print attempt(encoder.encode, piece),
    print attempt(encoder.encode, u'', True), encoder.reset()
    decoder = codecs.getincrementaldecoder(name)('replace')
    for byte in 'a\xa4\xd4\xa4\xb6\xa4\xd0\xa4\xd4\x8f\xa2\xaf\x81\x30\x81\x30':
        print attempt(decoder.decode, byte),
    print attempt(decoder.decode, '', True)
    for text in ('\x80', '\xa0!', '\xa4\xd4', '\x8fa', '\x8faa', '\x81\x30',
                 '\x81\x30\x81a', '\xff', '\x1b$B!', '\x1b$D', '\x1b.A\x1bNi',
                 '\x1b.F\x1bN\x24', '\x1b.F\x1bN\xd2', '\x1bxA', '\x1b&@\x1b$B!!', '\x0e0!\n0!',
                 '~{!', '\x1b(I '):
        print attempt(text.decode, name),
    print

codecs.register_error('other', lambda e: (u'\u1235', e.end))
print attempt(u'ab\u1234'.encode, 'gbk', 'other')
codecs.register_error('far', lambda e: (u'', 1 << 63))
print attempt(u'ab\u1234'.encode, 'gbk', 'far')
print attempt('ab\x80'.decode, 'euc_kr', 'far')
stream = StringIO.StringIO()
writer = codecs.getwriter('iso2022_jp')(stream)
writer.write(u'\u4e16')
writer.writelines([u'\u4e16', 'b', u'\u4e16'])
print repr(stream.getvalue()), writer.reset(), repr(stream.getvalue())
stream = StringIO.StringIO('\xc6\xc4\xc0\n\xcc\xbdx\n\xc6')
reader = codecs.getreader('cp949')(stream, 'replace')
print [reader.readline() for i in range(4)], reader.reset()
for method in 'read', 'readline', 'readlines':
    reader = codecs.getreader('cp949')(StringIO.StringIO('\xc6\xc4\nab\xc6\xc4'))
    print [getattr(reader, method)(size) for size in (0, 1, 3, None, -1)]
    print attempt(getattr(reader, method), 'x')
for call in (lambda: codecs.getincrementalencoder('hz')(1),
             lambda: setattr(codecs.getincrementalencoder('hz')(), 'errors', 1),
             lambda: codecs.getwriter('hz')(None).writelines(1),
             lambda: codecs.getdecoder('hz')(1),
             lambda: codecs.getencoder('hz')('a', 1),
             lambda: codecs.getreader('hz')(StringIO.StringIO(u'a')).read()):
    print attempt(call)
