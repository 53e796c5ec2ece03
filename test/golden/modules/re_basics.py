import re
m = re.match(r'(\w+) (\w+)', 'hello world again')
print m.group(), m.group(1), m.group(2, 1), m.groups(), m.start(), m.end(2), m.span(1)
print m.string, m.re.pattern, m.lastindex, m.lastgroup, m.pos, m.endpos
print re.search('b+', 'aabbb').span(), re.match('b', 'ab')
print re.findall(r'\d+', 'a1b22c333'), re.findall(r'(\w)(\d)', 'a1b2')
print re.findall('a*', 'baac'), re.split(r'[,;]\s*', 'a, b;c'), re.split('(,)', 'a,b')
print re.split('x', 'abc'), re.split(',', 'a,b,c', 1)
print [x.group() for x in re.finditer('a.', 'abacad')]
print re.sub('a', 'X', 'banana'), re.sub('a', 'X', 'banana', 2)
print re.sub(r'(\w)(\d)', r'\2\1', 'a1b2'), re.sub('(?P<n>a)', r'<\g<n>>', 'ab')
print re.subn('a', '', 'banana')
print re.sub('a', lambda m: m.group().upper() + str(m.start()), 'banana')
print re.sub('x*', '-', 'abc'), re.sub(r'a', r'\\', 'a')
print re.sub('(a)(b)?', r'[\1]', 'abac'), re.escape('a.b*c[d]'), re.escape('\xe9 _\0')
m = re.match(r'(?P<first>a)(?P<second>b)?', 'ac')
print m.groupdict(), m.groupdict('none'), m.group('first'), m.groups('-'), m.start(2)
print m.span('second'), m.expand(r'\1-\g<first>'), m.lastgroup
p = re.compile('A', re.I)
print p.search('xa').start(), p.flags, p.groups, p.groupindex, p.pattern
print p.match('ba', 1).start(), p.search('aab', 1, 2).span(), p.findall('aAa', 1)
print p.sub('-', 'aAb'), re.purge(), p is re.compile('A', re.I) or p == p
print type(p).__name__, type(m).__name__
