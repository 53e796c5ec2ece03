for w in ('', '3', '03', '08', '45', '050', '-5', '+d', ' '):
    for v in (0, 5, -5, 12345, -12345, 10**12, True):
        for c in 'diu':
            if w == '+d': f = '%+' + c
            else: f = '%' + w + c
            print repr(f % v), repr(unicode(f) % v),
        print repr(('%' + (w if w != '+d' else '+') + 's') % v)
print '%s %s' % (1, -7), '%5s|%-5s|%.1s' % (12, 12, 12), '%05s' % 3
for s in ('a,b,c', '', ',', ',,', 'abc', 'a,' * 60, 'a b  c\td ', '  ', ' a' * 50):
    print s.split(','), s.split(), s.split(',', 2), s.split(None, 1), s.split(', '), len(s.split('a'))
    print bytearray(s).split(','), s.split(',', 0), s.split(',', 24), s.split(None, 24)
print cmp('', '\0'), '' < '\0', '\0' < '', 'a' < 'ab', 'b' > 'ab', '\xff' > 'a', 'a\0b' == 'a\0c', 'a\0b' < 'a\0c'
print zip([1, 2, 3], (4, 5)), zip(), zip([1], xrange(5)), zip([], [1])
print dict([(1, 2), [3, 4], 'ab']), dict(zip('abc', range(3)))
print '{0}{1:>5}{2!r}{3:.3}'.format(1, 'x', 'y', 'abcdef'), '{}{}'.format('a' * 200, 'b' * 100) == 'a' * 200 + 'b' * 100
print ('%s' * 40) % tuple(range(40)), '%s%s' % ('x' * 300, 'y') == 'x' * 300 + 'y', '' % (), '%%' % ()
class L(list): pass
print sorted([('b', 1), ('a', 2), ('', 3), ('\0', 4)]), sorted(['b', '', '\0', 'a\0', 'a'])
