# The codecs iso2022_jp_1, iso2022_jp_2004 and iso2022_jp_ext: characters of each set, pieces,
# and what is wrong.
# -*- coding: ascii -*-
import codecs

TEXTS = [u'a\u3042b', u'\u4e02', u'\uff71\uff72x', u'\xa5\u203e', u'\u20ac',
         u'\u4ff1', u'\U0002000b', u'\u2014', u'\uff5e', u'\u2985', u'\uff5f',
         u'\\~', u'\xe9\n\u3042', u'\u9ad9']
BYTES = ['a\x1b$B$"\x1b(Bb', '\x1b$@$"', '\x1b$(D0!', '\x1b(I1\x1b(J\\',
         '\x1b$B$"\na', '\x1b$(Q"V', '\x1b$(P!"', 'a\x80b', '\x1b$B$',
         '\x1b$Z', '\x1b', '\x1b$B\x7f\x7f']


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except UnicodeError as e:
        return '%s %d %d %s' % (type(e).__name__, e.start, e.end, e.reason)


for name in 'iso2022_jp_1', 'iso2022_jp_2004', 'iso2022_jp_ext':
    print name, codecs.lookup(name).name
    for text in TEXTS:
        print repr(text), repr(attempt(text.encode, name)),
        print repr(text.encode(name, 'replace'))
    for text in BYTES:
        print repr(text), repr(attempt(text.decode, name))
    encoder = codecs.getincrementalencoder(name)()
    print [encoder.encode(c) for c in u'a\u3042\u3044b'], encoder.encode(u'', True)
    decoder = codecs.getincrementaldecoder(name)()
    print [decoder.decode(c) for c in 'a\x1b$B$"$$\x1b(Bb']
