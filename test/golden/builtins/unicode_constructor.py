print repr(unicode('abc')), repr(unicode(5)), repr(unicode(None))
print repr(unicode([u'\xe9'])), repr(unicode('\xe9', 'latin-1'))
print repr(unicode('\xff\xfe', errors='replace')), repr(unicode(buffer('x'), 'ascii'))
class U(object):
    def __unicode__(self): return u'\u20ac'
class V(object):
    def __str__(self): return 'from str'
class W(object):
    def __unicode__(self): return 'bytes ok'
class X:
    def __unicode__(self): return 5
print repr(unicode(U())), repr(unicode(V())), repr(unicode(W())), repr(u'%s' % U())
print repr(u''.join([u'a', 'b']))
try:
    unicode(X())
except TypeError as e:
    print e
