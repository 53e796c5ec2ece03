# Everything here allocates more than 4 KB at once; each of these fails in turn.
def attempt(name, f):
    try:
        print name, f()
    except MemoryError:
        print name, 'MemoryError'
N = 6000
def own_bytes():
    b = bytearray('x' * N)
    b += bytes(b)
    b.extend(str(b))
    b[10:20] = b
    b[::2] = ''.join(chr(c) for c in b[::2])
    del b[::3]
    return len(b), len(b * 2), len(b.replace('x', 'yy')), b.find('y' * N)
def wide_text():
    u = u'\u20ac' * N + u'a' * N + u'\U0001f600'
    part = u'a' * 5000
    return (u.find(part), u.rfind(part), u.count(part), part in u, len(u.split(part)), len(u.replace(part, u'')),
            len(repr(u)), len(u.encode('utf-8').decode('utf-8')), len(u.upper()), u.translate({97: None}).count('a'))
def lists():
    v = range(N)
    v.sort(key=lambda i: -i)
    v += v
    v[5:5] = v
    t = tuple(v)
    return len(v), len(t + t), len(t * 3), len(sorted(map(str, v))), len(zip(v, t)), sum(v[::2])
def dicts():
    d = dict((i, str(i)) for i in xrange(N))
    s = set(d)
    return len(d.copy()), len(d.keys()), len(s | set(range(N, 2 * N))), len(s & s), len(frozenset(s)), len(d.items())
def strs():
    s = 'abc' * N
    return (len(s.split('b')), len(s.upper()), len(s + s), len(s[::-1]), len('%s%s' % (s, s)), len('{0}'.format(s)),
            len(repr(s)), len(s.replace('a', 'xyz')), len(s.encode('hex')), len(''.join(list(s))), len(s.translate(None, 'a')))
def longs():
    n = 7 ** 20000
    return len(str(n)), len(hex(n)), n % 1000003, (n * n) % 97, (n << 50000) >> 99000 != 0, long(str(n)) == n, n // 3 ** 9000 % 10
for f in own_bytes, wide_text, lists, dicts, strs, longs:
    attempt(f.__name__, f)
