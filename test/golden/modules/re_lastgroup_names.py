# lastgroup: named, unnamed and nested groups, also where flags stand inside.
import re

for p in [r'(?P<a>\d+)|(?P<b>\w+)|(\s)', r'(?P<out>(?P<inner>a)b)', r'(a)(?P<n>b)?',
          r'(?x) (?P<one> 1 ) | (?P<two> 2 ) # comment', r'abc', r'(?P<x>a)(b)']:
    r = re.compile(p)
    for s in ['12', 'ab', 'abc', 'a', '1', '2', ' ']:
        m = r.match(s)
        if m:
            print repr(p), repr(s), m.lastgroup, m.lastindex
print re.match(u'(?P<n>\\w)', u'\xe9', re.U).lastgroup
many = '|'.join('(?P<g%d>%s)' % (i, chr(97 + i % 26) * (i // 26 + 1)) for i in range(99, 0, -1))
print [m.lastgroup for m in re.finditer(many, 'a bbb ccc zz bbbb')]
