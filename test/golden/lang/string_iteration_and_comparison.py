s = 'hello'
print [c for c in s], s[::-1], s[-3:], ''.join(sorted(s)), max(s), list(reversed(s))
print zip(s, s[1:])
print 'abc' < 'abd', 'Z' < 'a', 'a' < 'aa', 'abc' == u'abc', 'a' in s, 'ell' in s
print s.index('l'), s * 2, s + ' ' + s.upper()
print '%s-%s' % tuple(s[:2]), s[1:4:2], s[10:], s[:-10], ord(s[0]), chr(ord('a') + 1)
print s.find('z')
for i, c in enumerate(s): print i, c,
print
print 'a' 'b' "c", 'it''s', "tab\there", r'raw\n', '''triple
line'''
