e = ValueError('x')
print e == ValueError('x'), e == e, hash(e) == hash(e), isinstance(e, StandardError)
print e != ValueError('x')
e.extra = 5
print e.__dict__, e.extra, e.__class__.__name__
print e.__reduce__()
e2 = KeyError(1, 2)
print e2.__reduce__(), e2.__getitem__(0), e2.__getslice__(0, 1), bool(ValueError())
print unicode(ValueError(u'\xe9')) == u'\xe9'
class E(Exception):
    def __unicode__(self): return u'uni'
    def __nonzero__(self): return False
print repr(unicode(E())), bool(E())
ee = EnvironmentError(1, 'b', 'c')
print ee.__reduce__()
