import re
tests = [(r'a|b|cd', 'xcd'), (r'(a+)(b+)?c', 'aac'), (r'^a.c$', 'abc'), (r'a{2,3}', 'aaaa'),
    (r'a{2,3}?', 'aaaa'), (r'(?:ab)+', 'ababx'), (r'[^abc]+', 'abcxyz'),
    (r'\bfoo\b', 'a foo b'), (r'\Bo', 'foo'), (r'(?i)ABC', 'xabc'), (r'(?s)a.b', 'a\nb'),
    (r'(?m)^b', 'a\nb'), (r'a(?=b)', 'acab'), (r'a(?!b)', 'abac'), (r'(?<=a)b', 'cbab'),
    (r'(?<!a)b', 'abcb'), (r'(a)\1', 'xaa'), (r'(?P<q>[\'"]).*?(?P=q)', 'x "a\'b" y'),
    (r'(?x) a  b # comment', 'xab'), (r'\d+\.\d*', 'pi 3.14'),
    (r'[\w.-]+@[\w-]+\.\w+', 'mail bob.x@site-a.org now'), (r'(a|ab)(c|bcd)(d*)', 'abcd'),
    (r'()', 'x'), (r'a*?', 'aaa'), (r'(a*)*', 'aab'), (r'(?:a|b)*c', 'ababc'),
    (r'[a-c\]]+', 'xb]c'), (r'[]a]+', ']a'), (r'[\d\-x]+', 'a1-x'), (r'\x41\101\t', 'AA\t'),
    (r'(a)?(?(1)b|c)', 'ab'), (r'\Aab\Z', 'ab'), (r'a$', 'a\n'), (r'\s+\S', 'a \t\nb'),
    (r'(?#note)a', 'a'), (r'a+b*', 'aabb'), (r'((a)|b)+', 'ab'), (r'.', '\n'), (r'\w', '\xe9'),
    (r'(?u)\w', u'\xe9'), (r'(?L)\w', 'z'), (u'\u20ac+', u'a\u20ac\u20ac'),
    (r'[\x80-\xff]', 'a\xe9'), (r'\0', 'a\0b')]
for p, s in tests:
    m = re.search(p, s)
    print repr(p), m and (m.group(), m.span(), m.groups())
