# Two empty strings are equal, whoever made them.
import string

MAP = ''.join(chr(i) for i in xrange(256))


def empty(ways):
    return [way() for way in ways]


def compare(s):
    if '' != s:
        print 'unequal'
    if s == '':
        print 'equal',
    return s != '', '' == s


for made in empty([
        lambda: string.translate('abc', MAP, 'abc'), lambda: 'a'.strip('a'),
        lambda: 'abc'.translate(None, 'abc'), lambda: str(bytearray()),
        lambda: 'ab'[2:], lambda: ''.join([]), lambda: '%s' % '',
        lambda: 'a'.replace('a', ''), lambda: 'a' * 0, lambda: ','.strip(','),
        lambda: ''.encode('hex'), lambda: u''.encode('utf-8')]):
    print compare(made), {'': 1}.get(made)
