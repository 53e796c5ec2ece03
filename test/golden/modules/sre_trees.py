# Trees of regular expressions, and the names in them.
import sre_parse, sre_compile, sre_constants, re
for p in (r'a(b|c)*?d+', r'(?P<n>[^a-z\d])\1(?=x)(?<!y)$', '(?i)^a{2,3}.', r'(a)(?(1)b|c)', r'(?P<q>a)?(?(q)b)', r'\bfoo\w[\s-]', 'abc|abd', '', '(?:a|)', u'\u1234', r'\x41\n\101\.', '[a]', '[^a]', '(?s).', '(?#c)a', '(?x) a b # c', 'a{,3}b{2}c{4,}?d{x}e{', '[]a-]', r'[\w.-]+@[\w-]+\.\w{2,4}', '(a(b(c)))', r'(?P<x>a)(?P=x)', 'ab|cd|ef', 'a|b|c', r'[\]\n\x41-\x43\101]', r'\A\B\Z\0\08', '(?!a)(?<=bc)', 'a??', 'x*y', '(?mi)a', 'a|ab|abc', '{', 'a|'):
    t = sre_parse.parse(p)
    print repr(p), t, t.getwidth(), len(t), t.pattern.groups, t.pattern.groupdict, t.pattern.flags
    t.dump()
print sre_parse.parse('a(b)')[1], type(sre_parse.parse('a')), sre_parse.parse('ab').data, sre_compile.isstring('a'), sre_compile.isstring(5)
print sre_compile.compile('(a)b', re.I).match('AB').groups(), sre_compile.compile(sre_parse.parse('x+')).match('xx').group() if 0 else ''
for bad in ('(', '*a', '[z-a]', '(?P<a', 'a**', r'\8', ')'):
    try: sre_parse.parse(bad)
    except sre_constants.error as e: print bad, e
for n in sorted(n for n in dir(sre_constants) if n.isupper() and not n.startswith('_')):
    v = getattr(sre_constants, n)
    print n, sorted(v.items()) if isinstance(v, dict) else v
