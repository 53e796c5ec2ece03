s = 'abracadabra'
print s.find('a'), s.find('a', 1), s.find('z'), s.rfind('a'), s.rfind('a', 0, -1)
print s.index('bra'), s.rindex('bra'), s.count('a'), s.count('a', 1, -1), s.count('')
print s.find(''), s.find('', 50), s.find('', 11), s.count('aa'), 'aaaa'.count('aa')
print s.find('a', -3), s.find('a', None, None), s.find('bra', 2, 4)
print s.replace('a', 'X'), s.replace('a', 'X', 2), s.replace('', '-')
print s.replace('', '-', 3), s.replace('abra', ''), s.replace('z', 'y') == s
print s.replace('a', 'X', 0), s.replace('a', 'X', -1), ''.replace('', 'x')
print ''.replace('a', 'b'), 'aaa'.replace('aa', 'b'), s.replace('a', u'u')
print s.startswith('abr'), s.startswith(('x', 'ab')), s.startswith('bra', 1)
print s.endswith('ra'), s.endswith(('a', 'b')), s.endswith('a', 0, 3), s.startswith('')
print s.endswith('', 20), s.startswith('', 20), s.startswith(()), 'a' in s, '' in s
print 'bra' in s, u'bra' in s
