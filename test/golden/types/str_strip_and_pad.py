print repr('  a b \n'.strip()), repr('  a '.lstrip()), repr('  a '.rstrip())
print 'xxaxbxx'.strip('x'), 'abcba'.strip('ab'), 'abc'.strip(''), 'abc'.lstrip('ba')
print 'abc'.rstrip('cb'), 'a'.strip(None), repr('\x00a\x00'.strip()), 'abc'.strip(u'a')
print repr(''.strip())
print repr('ab'.center(7)), repr('abc'.center(6)), repr('abc'.center(7))
print repr('ab'.ljust(5, '*')), repr('ab'.rjust(5, '-')), 'abc'.center(2), '42'.zfill(5)
print '-42'.zfill(5), '+x'.zfill(4), 'abc'.zfill(2), ''.zfill(3), '--1'.zfill(6)
print repr('a\tb\tc'.expandtabs()), repr('a\tb'.expandtabs(4)), repr('\t'.expandtabs(0))
print repr('ab\tc\n\td'.expandtabs(3)), repr('a\tb'.expandtabs(-1))
print 'hello'.translate(None, 'l')
print 'hello'.translate(''.join(map(chr, range(256))).replace('h', 'j')), 'abc' * 3
print 3 * 'ab', 'abc' * 0, 'abc' * -1, 'a' + 'b', 'abc'[1], 'abc'[-1], 'abc'[::-1]
print 'abc'[5:], 'hello'[1:-1:2]
