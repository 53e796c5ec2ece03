# Functions on strings of the obsolete module strop.
import warnings
warnings.simplefilter('ignore')
import strop
print strop.split(' a b  c '), strop.split('a|b|c', '|', 1), strop.split('a b', None, 0)
print strop.join(['a', 'b']), strop.joinfields(('a', 'b'), '-')
print strop.find('abcabc', 'c', -2), strop.rfind('abcabc', 'bc'), strop.count('aaa', 'a', 1)
print strop.replace('a.b.c', '.', '-', 1), strop.replace('a.b.c', '.', '-', 0)
print strop.upper('aB'), strop.lower('aB'), strop.swapcase('aB'), strop.capitalize('aBC')
print repr(strop.strip(' a ')), repr(strop.lstrip(' a ')), repr(strop.rstrip(' a '))
print strop.translate('abc', strop.maketrans('ab', 'xy'), 'c'), repr(strop.expandtabs('a\tb', 4))
print strop.atoi(' 12 '), strop.atoi('ff', 16), strop.atol('7'), strop.atof('1.5')
for call in ((strop.atoi, 'x'), (strop.atoi, '1', 99), (strop.atol, ''), (strop.atof, ' '),
             (strop.atof, '1x'), (strop.split, 'a', ''), (strop.maketrans, 'a', ''),
             (strop.translate, 'a', 'b'), (strop.expandtabs, 'a', 0)):
    try:
        print call[0](*call[1:])
    except ValueError as error:
        print error
print strop.lowercase, strop.uppercase, repr(strop.whitespace)
