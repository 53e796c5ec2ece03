print 'a' < 'b', 'a' < 'A', 'abc' < 'abcd', '' < 'a', 'a' == u'a', 'a' != 'b', 'Z' < 'a'
print '\xff' > 'a', cmp('a', 'b'), cmp('b', 'a'), cmp('', ''), 'a' * 3 == 'aaa'
print 'a\0b' > 'a\0a', '\x7f' < '\x80', max('abc'), min('hello')
print hash('a'), hash(''), hash('abc'), hash('hello world'), hash('\xff'), hash('a\0')
print hash(u'a') == hash('a'), hash(u'\xe9'), hash(u'\u20ac'), hash(u'\U00010000')
print hash('abc') == hash(u'abc'), hash('x' * 100)
print 'abc'.__len__(), 'abc'.__getitem__(1), 'abc'.__getslice__(0, 2)
print 'abc'.__contains__('b'), 'abc'.__hash__() == hash('abc'), 'a'.__add__('b')
print 'a'.__mul__(2), 'a'.__rmul__(2), '%s'.__mod__('x'), 'abc'.__eq__('abc')
print 'abc'.__eq__(5), 'a'.__cmp__('b') if hasattr('', '__cmp__') else 'none'
print 'a'.__format__('>3'), 'abc'.__getnewargs__()
