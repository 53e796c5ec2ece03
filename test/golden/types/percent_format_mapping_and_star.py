print '%(a)s %(b)05d %(a)r' % {'a': 'x', 'b': 42}
print '%*d|%-*d|%.*f|%*.*f' % (5, 42, 5, 42, 2, 3.14159, 8, 3, 2.71828)
print '%s %s' % (1, [2]), '%s' % (1,), '%s' % [1, 2], '%s' % {'a': 1}
print '%(a)s' % {'a': (1, 2)}, '%%(a)s' % {}, '%(a b)s' % {'a b': 1}
print '%()s' % {'': 'empty'}, '%(a(b))s' % {'a(b)': 'nested'}
class D(object):
    def __getitem__(self, k): return k.upper()
print '%(abc)s' % D(), 'no format' % {}, 'no format' % [], '' % (), '%s' % u'u'
print repr('%s' % u'u'), repr(u'%s' % 'b'), repr('%s %s' % ('a', u'\xe9'))
print '%s' % D.__name__
