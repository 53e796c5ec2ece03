for v in (5, 5L, 1.1, 'a\n', u'\xe9', None, [1, 'a'], (1,), {'a': u'b'}, True, 1e100, 2 ** 70,
        len, int, Ellipsis, '', "'", '"'):
    print repr(v), '|', repr(str(v)) if v != u'\xe9' else 'not ascii', '|', repr(unicode(v))
print str(), repr(unicode()), unicode('abc', 'utf-8')
print repr(unicode('\xc3\xa9', 'utf-8')), repr(unicode('a\xff', 'ascii', 'ignore'))
print repr(str(u'abc')), str(object=1)
for f in (lambda: str(u'\xe9'), lambda: unicode('\xe9'), lambda: unicode('a', 'nope'),
        lambda: unicode(5, 'ascii'), lambda: unicode(u'a', 'ascii'), lambda: str(1, 2)):
    try:
        f()
    except (TypeError, UnicodeError, LookupError) as e:
        print type(e).__name__, e
