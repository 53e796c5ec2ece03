print repr(''.join(map(chr, range(0, 40)))), repr(''.join(map(chr, range(120, 136))))
print repr('\xff\xfe'), repr("a'b"), repr('a"b'), repr('a\'"b'), repr('\\')
print repr(u'\x00\t\x7f\x80\xff\u0100\uffff\U00010000\U0010ffff'), repr(u"'")
print repr(u'\'"'), repr(u'\\u1234'), repr(u'a\nb')
print 'a\tb', ['a\tb', u'\xe9', '\xe9'], ('\n',), {'\r': u'\u20ac'}
print '%r %s' % ('a\n', 'b\tc'), `'q'`, str(['\'']), str(('"',)), unicode(['a'])
print repr(bytearray('a\'"\n\xff'))
