import marshal, os, sys, tempfile

def loads(s):
    try:
        return repr(marshal.loads(s))[:60]
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)

def dumps(v, *version):
    try:
        s = marshal.dumps(v, *version)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)
    assert repr(marshal.loads(s)) == repr(v) or v != v or isinstance(v, (bytearray, buffer, set)), v
    return repr(s)[:100]

for s in ['', 'i', 'i\1', 'I\1\2', 'l', 'l\1\0\0\0', 'l\1\0\0\0\0\0', 'l\1\0\0\0\xff\xff', 'l\0\0\0\x80',
          'l\xff\xff\xff\x7f', 'l\1\0\0\0\5\0', 'l\xff\xff\xff\xff\5\0', 'l\0\0\0\0', 'f', 'f\3abc', 'f\5a', 'g',
          'g1234', 'x', 'x\1a\1b', 'x\0011\0012', 'y', 'y12345678', 's', 's\5\0\0\0a', 's\xff\xff\xff\xff',
          't\1\0\0\0a', 'R\0\0\0\0', '(\2\0\0\0t\1\0\0\0aR\0\0\0\0', '(\2\0\0\0t\1\0\0\0aR\1\0\0\0',
          '(\xff\xff\xff\xff', '[\1\0\0\0', '[\1\0\0\x000', '(\1\0\0\x000', '{N0', '{', '{N', '{NN', '{NN0', '{0',
          '{[\0\0\0\0N0', '<\1\0\0\0[\0\0\0\0', '<\1\0\0\0', '<\1\0\0\x000', '>\1\0\0\0N', '0', '?', 'S', '.', 'T', 'F',
          'u\1\0\0\0\xff', 'u\1\0\0\0', 'u\2\0\0\0a', '[\1\0\0\0' * 2001, '\0', '[\0\0\0\x80', '<\xff\xff\xff\xff',
          'u\xff\xff\xff\xff', 'c', 'c\0\0\0\0', 'Tjunk']:
    print repr(s)[:30], loads(s)

class Int(int):
    pass
class List(list):
    pass

for v in [None, True, False, Ellipsis, 0, 1, -1, sys.maxint, -sys.maxint - 1, 1 << 31, -1 << 31, 0L, -1L, 1 << 63,
          1 << 200, -(7 ** 99), 32767L, 32768L, 1 << 64, (1 << 64) - 1, 1.5, -0.0, 1e300, float('inf'), 1j, 2.5 - 1e9j, 'abc'.upper(), '',
          u'', u'\u20ac\x00\ud800', (), (1, (2,)), [], [[1], [2]], {}, {1: [2], 'x'.upper(): u'y'}, set(), frozenset([1]),
          bytearray('abc'), buffer('xyz'), object, len, Int(3), List(), [lambda: 1], iter([])]:
    print repr(type(v))[:40], dumps(v)
    if isinstance(v, (float, complex)):
        print dumps(v, 0), dumps(v, 1), dumps(v, 2)

nested = []
for i in range(1999):
    nested = [nested]
print len(marshal.dumps(nested)), len(marshal.loads(marshal.dumps(nested)))
print dumps([nested])
cycle = []
cycle.append(cycle)
print dumps(cycle)
print marshal.dumps((intern('abc'),) * 3), marshal.dumps((intern('abc'),) * 2, 0) == '(\2\0\0\0' + 's\3\0\0\0abc' * 2

name = tempfile.mktemp()
f = open(name, 'wb')
marshal.dump([1, 'a', 2.5, 3L << 90], f)
print marshal.dump(None, f, 0)
f.close()
f = open(name, 'rb')
print marshal.load(f), f.tell(), marshal.load(f)
try:
    marshal.load(f)
except EOFError as e:
    print e
f.close()
f = open(name, 'wb')
f.write('s\xff\xff\xff\x7fabc')
f.close()
try:
    marshal.load(open(name, 'rb'))
except EOFError as e:
    print e
os.unlink(name)
for f, args in [(marshal.dump, (1, 3)), (marshal.load, (3,)), (marshal.dumps, ()), (marshal.dumps, (1, 2, 3)),
                (marshal.loads, ()), (marshal.loads, (bytearray('N'),)), (marshal.dumps, (1, 'a')),
                (marshal.dump, (1,)), (marshal.load, ())]:
    try:
        f(*args)
    except TypeError as e:
        print e
print marshal.loads(buffer('N')), marshal.loads(u'T'), marshal.version
