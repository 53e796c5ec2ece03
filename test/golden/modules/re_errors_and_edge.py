import re
for p in ('(', ')', '[', 'a**', '*a', '(?P<n>a)(?P<n>b)', r'\1', '(?P=x)', 'a{3,2}', '(?<=a+)b',
        '[z-a]', '(?z)', '(?P<1>a)', '\\', '(?', 'a{99999999999}', '(?P<n', '(?(2)a)', '?', '+a'):
    try:
        re.compile(p)
        print p, 'ok'
    except re.error as e:
        print p, e
    except Exception as e:
        print p, type(e).__name__, e
m = re.match('(a)', 'a')
for f in (lambda: m.group(5), lambda: m.group('x'), lambda: m.start(9),
        lambda: re.sub('a', r'\5', 'a'), lambda: re.sub('a', r'\g<x>', 'a'),
        lambda: re.match('a', 5), lambda: re.match(5, 'a'), lambda: re.sub('a', 5, 'a'),
        lambda: re.compile(re.compile('a'), re.I), lambda: re.sub('(a)|b', r'\1', 'b'),
        lambda: m.expand(r'\2'), lambda: re.findall('a', None)):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
print re.I, re.M, re.S, re.X, re.U, re.L, re.match('', '').span(), re.findall('', 'ab')
print re.split('(a)|b', 'xaybz'), re.sub('^', '>', 'a\nb', flags=re.M)
print re.sub('', '-', 'ab'), repr(re.sub(u'a', 'b', u'a')), re.findall(u'\\w', 'ab')
print re.Scanner([(r'\d+', lambda s, t: int(t)), (r'\s+', None), (r'\w', 'W')]).scan('12 a 3 !')
