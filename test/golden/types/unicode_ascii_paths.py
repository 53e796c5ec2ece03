# Case, joining and lines of ASCII texts, and of those that are not.
texts = [u'', u'a', u'Z', u'the quick BROWN fox-trot 3rd x', u'\x1cab\x0bc\x85d',
         u'caf\xe9 AU lait', u'\u0416\u0438 ab', u'a\nb\r\nc\x1dd\x0ce\u2028f']
for t in texts:
    for name in ('upper', 'lower', 'swapcase', 'capitalize', 'title'):
        r = getattr(t, name)()
        print repr(r), hash(r) == hash(unicode(r)),
    print t.splitlines(), t.splitlines(True), t.split(), t.split(u'a')
class U(unicode):
    pass
for sep in (u'', u', ', u'\xe9', U('--')):
    for items in ([], [u'a'], ['a'], [u'', ''], [u'ab', 'cd', U('ef')],
                  [u'ab', u'\u0416'], ('x', u'\xff'), (U('one'),)):
        r = sep.join(items)
        print repr(r), type(r) is unicode,
    print
for items in (['a', 'caf\xe9'], [u'a', 3], ['\xe9'], 5):
    try:
        print repr(u'-'.join(items))
    except (TypeError, UnicodeDecodeError) as e:
        print type(e).__name__, e
print repr(' '.join([u'a', 'b'])), len(u'+'.join(map(unicode, range(1000))))
