# -*- coding: utf-8 -*-
# Codecs, error handlers, names of characters, files of text.
import codecs, unicodedata, io, os, tempfile, sys, locale
S = u'Grüße, Ελλάδα, 日本語, \U0001F600 ﬁ'
for enc in ('utf-8', 'utf-16', 'utf-16-le', 'utf-32-be', 'utf-7', 'latin-1', 'cp1252', 'ascii', 'shift_jis', 'gb18030', 'idna', 'unicode_escape', 'raw_unicode_escape', 'koi8-r', 'punycode'):
    try: b = S.encode(enc); print enc, len(b), repr(b[:30]), b.decode(enc) == S
    except UnicodeError as e: print enc, type(e).__name__, e
for err in ('ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace'): print err, S.encode('ascii', err)
for b in ('\xff', 'abc\xe9', '\xed\xa0\x80', '\xf4\x90\x80\x80', 'ok\xc3'):
    for err in ('strict', 'ignore', 'replace'):
        try: print repr(b.decode('utf-8', err)),
        except UnicodeDecodeError as e: print e, e.start, e.end, e.reason, e.encoding,
    print
def mine(e):
    return (u'<%s>' % ','.join('%x' % ord(c) for c in e.object[e.start:e.end]) if isinstance(e, UnicodeEncodeError) else u'?', e.end)
codecs.register_error('mine', mine); print S.encode('latin-1', 'mine'), repr('a\xffb'.decode('ascii', 'mine'))
for bad in ('nope',):
    try: 'x'.decode(bad)
    except LookupError as e: print e
    try: u'x'.encode('ascii', 'nohandler'), u'\xe9'.encode('ascii', 'nohandler')
    except LookupError as e: print e
for s in ('hex', 'base64', 'rot13', 'zlib', 'quopri', 'uu', 'string_escape'): print s, repr('He\x00llo\n=é'.encode(s))[:60] if s != 'rot13' else 'Hello'.encode(s)
for n in 'Aß1Ⅷ½²é日\u0301'.decode('utf-8') + u'\u0301\u200b\U0001F600\u0661': print repr(n), unicodedata.name(n, '?'), unicodedata.category(n), unicodedata.bidirectional(n), unicodedata.combining(n), unicodedata.numeric(n, None), unicodedata.decimal(n, None), unicodedata.digit(n, None), repr(unicodedata.decomposition(n)), unicodedata.east_asian_width(n), unicodedata.mirrored(n)
for f in ('NFC', 'NFD', 'NFKC', 'NFKD'): print f, repr(unicodedata.normalize(f, u'e\u0301 \xe9 ﬁ ² 가'))
print unicodedata.unidata_version, repr(unicodedata.lookup('GREEK SMALL LETTER ALPHA'))
for a in ((unicodedata.lookup, 'NO SUCH'), (unicodedata.name, u'\x00'), (unicodedata.normalize, 'X', u'a'), (unicodedata.decimal, u'x')):
    try: a[0](*a[1:])
    except Exception as e: print type(e).__name__, e
print [f(u'ǅ straße İı ΣΑΣ') .encode('unicode_escape') for f in (unicode.upper, unicode.lower, unicode.title, unicode.swapcase, unicode.capitalize)], u'١٢'.isdigit(), u'½'.isnumeric(), u'Ⅷ'.isdecimal(), int(u'١٢'), u'\xa0x\u2003'.strip() == u'x', u'a\x85b\u2028c'.splitlines()
d = tempfile.mkdtemp(); p = os.path.join(d, 'mixed.txt')
with io.open(p, 'w', encoding='utf-8', newline='\r\n') as f: print f.write(S + u'\nzwei\n'), f.encoding, f.newlines, f.line_buffering
print repr(io.open(p, 'rb').read()[-10:]), [repr(l) for l in io.open(p, encoding='utf-8')][1], repr(io.open(p, newline='', encoding='utf-8').readlines()[1])
with codecs.open(p, 'a', 'utf-16') as f: f.write(u'x')
try: io.open(p, encoding='utf-8').read()
except UnicodeDecodeError as e: print e
for fn in (lambda: io.open(p, 'w').write('bytes'), lambda: io.open(p, 'rb').write(b'x'), lambda: io.open(p, 'zz'), lambda: io.open(p, 'rb', encoding='x'), lambda: io.open('/nope'), lambda: io.StringIO('x'), lambda: io.BytesIO(u'x'), lambda: io.open(p, encoding='nope')):
    try: print fn()
    except Exception as e: print type(e).__name__, e
t = io.TextIOWrapper(io.BytesIO('a\r\nb\rc\xe9'), 'latin-1'); print repr(t.readline()), t.newlines, repr(t.read()), t.newlines; b = io.BytesIO(); b.write('abc'); b.seek(1); print b.read(), b.getvalue(), b.tell(), b.truncate(2), b.closed
r = io.BufferedReader(io.BytesIO('0123456789'), 4); print r.peek(2)[:2], r.read(3), r.read1(10), r.readinto(bytearray(2)), r.tell()
inc = codecs.getincrementaldecoder('utf-8')(); print [inc.decode(c) for c in '\xe2\x82\xac'], codecs.BOM_UTF8, codecs.lookup('latin1').name, repr(codecs.getreader('utf-8')(io.BytesIO('x\xc3\xa9\n')).readline()), [c.encode('utf-8') for c in codecs.iterdecode(['\xc3', '\xa9'], 'utf8')]
