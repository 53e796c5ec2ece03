# Searches, pieces and joins of texts of all widths, and of single bytes.
texts = [u'a b\xa0c', u'\u041f\u0440 x\u3000y\u2028z\u1680', u'\U0001f600 q \u0416',
         u'', u'\xe9', u'abc\x1cdef\x85ghi', u'\u200bx\u180ey']
for t in texts:
    print t.split(), t.split(u' '), repr(t.lower()), repr(t.upper()), [t.find(c) for c in u'x \u0416']
    print repr(u'-'.join([t, u'x', t])), repr(t.join(['a', u'b'])), repr(u'\u0416'.join([t]))
    for a, b in ((u'x', u'\U0001f600'), (u'\u0440', u'p'), (u' ', u''), (u'\U0001f600', u'-'),
                 (u'b' * 40, u'c')):
        r = t.replace(a, b)
        print repr(r), len(r), r == t.replace(a, b, 9), hash(r) == hash(u'' + r), r.encode('utf-8') == (u'%s' % r).encode('utf8')
    print repr(t.encode('utf-8')), t.encode('utf-8').decode('utf-8') == t
    print t.find(u'zy' * 40), t.count(u'b'), t.rfind(u'\u0440'), u'y' in t
wide = u'\u0436' * 50 + u'needle' * 9 + u'\u0436'
print wide.find(u'needle' * 9), wide.count(u'needle'), len(wide.split(u'needle' * 7)), wide.replace(u'needle' * 9, u'') == u'\u0436' * 51
print repr(u'\ud83d\ude00\u0436'.encode('utf-8')), repr(u'\ud83d'.encode('utf-8')), repr(u'\u07ff\u0800\uffff'.encode('utf-8'))
for bad in ('\xc3', 'a\xc1\x80', '\xc2\x41', '\xd0\xa4\xd0', '\xed\xa0\x80', '\xdf\xbf\xc2'):
    try:
        print repr(bad.decode('utf-8'))
    except UnicodeDecodeError as e:
        print e
    print repr(bad.decode('utf-8', 'replace')), repr(bad.decode('utf-8', 'ignore'))
spaces = [c for c in range(0x3100) if unichr(c).isspace()]
print spaces, [len((u'a%sb' % unichr(c)).split()) for c in (0x85, 0xa0, 0x1680, 0x3000, 0x3001, 0x2fff)]


class Text(unicode):
    def lower(self):
        return 'overridden'


print repr(u'\xe9'.join([Text('only')])), u'\xe9'.join([Text('only')]).encode('utf-8')
print repr(u','.join([Text(u'\u0416'), Text('x')])), Text(u'A').lower(), repr(u''.join([Text('x')]))
for items in ([u'\u0416', 'plain'], [u'\u0416', '\xff'], [u'\u0416', 3]):
    try:
        print repr(u'+'.join(items))
    except (TypeError, UnicodeDecodeError) as e:
        print type(e).__name__, e
