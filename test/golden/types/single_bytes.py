# Single bytes replaced and counted, in texts of all lengths; reprs; hex, oct.
for n in (0, 1, 2, 7, 31, 32, 33, 127, 128, 129, 255, 256, 257, 1000, 70000):
    s = ('a\x00b\xffc' * (n // 5 + 1))[:n]
    print n, [s.count(c) for c in 'a\x00\xffz'], hash(s.replace('\x00', 'z')), hash(s.replace('\xff', '')),
    print s.replace('q', 'x') == s, len(s.replace('a', 'aa')), s.replace('b', 'c', 1) == s.replace('b', 'c'),
    print bytearray(s).replace('a', 'b').count('b'), s.count('a', 3, -2), len(repr(s)), s.count('a', 5, 2)
    print hash(s.upper()), hash(s.lower()), s.lower().upper() == s.upper(), bytearray(s).upper() == s.upper()
d = {'key': 1, 'KEY': 2}
print [d[w.lower()] for w in ('Key', 'KEY', 'kEy')], [d[w.upper()] for w in ('Key', 'key')]


class Loud(str):
    def __str__(self):
        return 'loud'


print type(Loud('abc').lower()), type(Loud('abc').replace('x', 'y')), type(Loud('abc').replace('a', 'b')), repr(Loud('it'))
for s in ('', "it's", 'say "x"', "'\"", 'a\\b', '\x7f', '\x1f ', '~', 'tab\t', '\x80', 'x' * 40 + '\n'):
    print repr(s), repr(bytearray(s))
import sys
for i in (0, 1, -1, 7, 8, 255, -256, sys.maxint, -sys.maxint - 1, sys.maxint + 1, True):
    print hex(i), oct(i), '%x %o %#x' % (i, i, i)


class Number(int):
    pass


print hex(Number(17)), oct(Number(17))
