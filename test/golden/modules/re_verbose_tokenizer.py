import re
spec = [('NUM', r'\d+(?:\.\d*)?'), ('ID', r'[A-Za-z_]\w*'), ('OP', r'[-+*/=()]'),
    ('SKIP', r'[ \t]+'), ('BAD', r'.')]
tok = re.compile('|'.join('(?P<%s>%s)' % p for p in spec))
for line in ('x = 3.14 * (y2 - 1)', 'a $ b'):
    print [(m.lastgroup, m.group()) for m in tok.finditer(line) if m.lastgroup != 'SKIP']
log = re.compile(r'''(?P<ip>\d+\.\d+\.\d+\.\d+) \s - \s \[(?P<when>[^\]]+)\] \s "(?P<req>[^"]*)" ''',
    re.X)
m = log.match('10.0.0.1 - [01/Jan/2012] "GET / HTTP" 200')
print m.groupdict() == {'ip': '10.0.0.1', 'when': '01/Jan/2012', 'req': 'GET / HTTP'}
print sorted(m.groupdict())
print re.sub(r'(?<=[a-z])(?=[A-Z])', '_', 'camelCaseName').lower()
print re.sub(r'_(\w)', lambda m: m.group(1).upper(), 'snake_case_name')
print re.split(r'(?:\s*,\s*)|\s+', 'a , b c,d')
print re.findall(r'"((?:[^"\\]|\\.)*)"', r'say "a\"b" and "c"')
