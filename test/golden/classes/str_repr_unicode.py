class A(object):
    def __repr__(self): return 'repr'
class B(A):
    def __str__(self): return 'str'
class C(B):
    def __unicode__(self): return u'uni\xe9'
print str(A()), str(B()), `B()`, [B()], '%s %r' % (B(), B()), unicode(B())
print repr(unicode(C())), repr(u'%s' % C()), '%s' % C()
for r in 5, None, u'ok', u'\xe9':
    class R(object):
        def __str__(self): return r
        __repr__ = __str__
    for f in str, repr, unicode:
        try:
            print repr(f(R())),
        except (TypeError, UnicodeError) as e:
            print type(e).__name__, e
    print
