import codecs, tempfile, os
p = tempfile.mktemp()
with codecs.open(p, 'w', 'utf-8') as f: f.write(u'\xe9\u20ac\nline2\n')
print repr(open(p).read()), repr(codecs.open(p, 'r', 'utf-8').read())
print codecs.open(p, encoding='utf-8').readlines()
print [l for l in codecs.open(p, encoding='utf-8')], repr(codecs.open(p, 'rb').read(3))
print repr(codecs.open(p, 'r', 'utf-8').readline())
os.remove(p)
info = codecs.lookup('utf8')
print info.name, info.encode(u'\xe9'), info.decode('\xc3\xa9')
print codecs.getincrementaldecoder('utf-8')().decode('\xc3', False) == u''
d = codecs.getincrementaldecoder('utf-8')()
print repr(d.decode('a\xe2\x82')), repr(d.decode('\xac'))
print repr(codecs.getincrementalencoder('utf-16')().encode(u'a'))
print list(codecs.iterencode([u'a', u'\xe9'], 'utf-8'))
print list(codecs.iterdecode(['\xc3', '\xa9'], 'utf-8'))
import StringIO
w = codecs.getwriter('latin-1')(StringIO.StringIO())
w.write(u'\xe9')
print repr(w.getvalue())
print repr(codecs.getreader('utf-8')(StringIO.StringIO('\xc3\xa9\n')).read())
print codecs.BOM_UTF16_LE.encode('hex'), codecs.BOM == codecs.BOM_UTF16
print codecs.escape_decode(r'\x41\n'), codecs.charmap_encode(u'a', 'strict', {97: 65})
print codecs.utf_8_encode(u'\xe9'), codecs.latin_1_decode('\xe9'), codecs.strict_errors
print codecs.replace_errors.__name__
def search(n):
    if n == 'gold': return codecs.CodecInfo(lambda s, e='strict': (s[::-1].encode('ascii'), len(s)),
        lambda s, e='strict': (unicode(s)[::-1], len(s)), name='gold')
codecs.register(search)
print u'abc'.encode('gold'), repr('xyz'.decode('GOLD')), codecs.lookup('gold').name
