import re
for s in (bytearray('xayaz'), bytearray('zz'), bytearray(''), buffer('xayaz'), u'xayaz', 'xayaz'):
    for f in (lambda: re.sub('a', 'b', s), lambda: re.subn('a', lambda m: 'Q', s), lambda: re.split('a', s), lambda: re.findall('[ax]', s), lambda: re.search('a(y)', s) and re.search('a(y)', s).group(1), lambda: re.sub('a', r'[\g<0>]', s), lambda: re.sub('a', u'b', s), lambda: re.match('x', s) and (type(re.match('x', s).string), re.match('x',s).expand(r'\g<0>!')),
        lambda: [m.group() for m in re.finditer('a', s)], lambda: re.split('(a)', s)):
        try: print repr(f()),
        except Exception, e: print type(e).__name__, e,
    print
