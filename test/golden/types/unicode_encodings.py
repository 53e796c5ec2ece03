u = u'a\xe9\u20ac\U0001f600'
for enc in ('utf-8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-7',
        'unicode_escape', 'raw_unicode_escape', 'unicode_internal', 'utf_8_sig', 'UTF8', 'U8'):
    e = u.encode(enc)
    print enc, repr(e), e.decode(enc) == u
for enc in ('latin-1', 'cp1252', 'iso-8859-15', 'koi8-r', 'cp437', 'mac-roman', 'ascii',
        'cp1251', 'iso8859-2'):
    print enc, repr(u'\xe9\u20ac\u0416'.encode(enc, 'replace'))
    print repr('\x80\xe9\xf0'.decode(enc, 'replace'))
import codecs
print codecs.lookup('latin-1').name, codecs.lookup('UTF-8').name
print codecs.BOM_UTF8.encode('hex'), codecs.getencoder('utf-8')(u'\xe9')
print codecs.getdecoder('ascii')('abc'), codecs.encode('abc', 'rot13')
def handler(e): return (u'<%d-%d>' % (e.start, e.end), e.end)
codecs.register_error('mine', handler)
print u'a\xe9\u20acb'.encode('ascii', 'mine'), repr('a\xff\xfeb'.decode('ascii', 'mine'))
for bad in ('\xff', '\xc0\x80', '\xed\xa0\x80', '\xf4\x90\x80\x80', '\xe2\x28\xa1',
        '\xf0\x9f\x98', 'a\x80'):
    try:
        print repr(bad.decode('utf-8'))
    except UnicodeDecodeError as e:
        print e, repr(bad.decode('utf-8', 'replace')), repr(bad.decode('utf-8', 'ignore'))
