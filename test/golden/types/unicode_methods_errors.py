u = u'H\xe9llo W\xf6rld \u0130\u01c5'
for f in (lambda: u'\xe9' + '\xe9', lambda: str(u'\xe9'), lambda: u'\xe9'.decode('ascii'),
        lambda: u'a'.join([1]), lambda: u'a'.index(u'z'), lambda: u'a'.split(u''),
        lambda: unicode('\xff'), lambda: unicode(u'a', 'ascii'), lambda: u'x'.center(5, 'ab'),
        lambda: u'a'.translate(5), lambda: u'a'.find(5), lambda: u'a' + 5,
        lambda: u'a'.encode('nope'), lambda: u'\ud800'.encode('utf-8'), lambda: u'%d' % 'a',
        lambda: int(u'\xe9'), lambda: u'a'.zfill(), lambda: '\xe9'.join([u'a', u'b']),
        lambda: u'a'.startswith(5), lambda: u'\xe9' in 'a\xe9',
        lambda: u'abc'.translate({97: 'x'}), lambda: u'abc'.translate({97: 2 ** 30})):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e
