class A(object):
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
    def __int__(self): return 5
    def __float__(self): return 2.5
    def __long__(self): return 7L
class T(tuple): pass
class D(dict):
    def __missing__(self, k): return 'missing ' + k
print '%s %r %d %f %10s|%-6r|%.2s' % ((A(),) * 7), '%s' % T('x'), '%s-%s' % T('xy')
print '%(q)s' % D(), '%s' % D(a=1), '%x' % 5, '%i' % A(), '%g' % A()
class U(object):
    def __unicode__(self): return u'\xe9'
    def __str__(self): return 'bytes'
print repr(u'%s' % U()), '%s' % U(), repr(u'%s %s' % ('a', U()))
print repr('%s %s' % (u'a', U())), repr(u'%r' % U().__str__())
print repr(u'%10s|%-5s|%.1s' % (u'\xe9', u'a', u'\xe9\xe8'))
print repr(u'%c%c' % (0x20ac, u'\xe9'))
