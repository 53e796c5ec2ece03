# Modules' large allocations: what fails raises MemoryError.
import array, binascii, collections, cStringIO, itertools, re, select, struct, zlib
def attempt(name, f):
    try:
        print name, f()
    except MemoryError:
        print name, 'MemoryError'
N = 6000
def regex():
    u = u'\u20ac' * N + u'a' * N
    p = re.compile(u'(\u20ac+)(a+)|' + u'|'.join(u'\u20acb%d' % i for i in range(1500)))
    m = p.match(u)
    return m.end(1), m.end(2), len(re.sub(u'a', u'bc', u)), len(re.findall(u'a|\u20ac', u)), len(re.split('a', 'xa' * N))
def packing():
    s = struct.pack('%ds' % N, 'x' * N)
    b = bytearray(N)
    struct.pack_into('%ds' % N, b, 0, s)
    return len(s), len(struct.unpack('%db' % N, str(b))), len(struct.pack('%dd' % N, *range(N)))
def arrays():
    a = array.array('i', range(N))
    a.extend(a)
    a[3:4] = a
    return len(a), len(a.tostring()), len(a.tolist()), len(a + a), len(a * 2)
def deques():
    d = collections.deque(range(N))
    d.extend(d.__copy__())
    d.rotate(5)
    return len(d), d[0], len(list(d)), len(collections.deque(d, 10))
def texts():
    f = cStringIO.StringIO()
    for i in range(N): f.write('line %d\n' % i)
    return len(f.getvalue()), len(f.getvalue().splitlines()), len(cStringIO.StringIO(f.getvalue()).readlines())
def packed():
    s = ''.join(map(str, range(N)))
    return len(zlib.decompress(zlib.compress(s))), len(binascii.b2a_base64(s)), len(binascii.hexlify(s)), len(s.encode('base64'))
def many_args():
    def f(*a, **k): return len(a), len(k)
    k = dict(('k%d' % i, i) for i in range(900))
    return f(*range(2000), **k), len(list(itertools.izip(*[[1]] * 700))[0]), len(list(itertools.combinations(range(N), N))), len(zip(*[[1, 2]] * 700))
def polling():
    p = select.poll()
    for i in range(700): p.register(i + 5000)
    return len(p.poll(0))
for f in regex, packing, arrays, deques, texts, packed, many_args, polling:
    attempt(f.__name__, f)
