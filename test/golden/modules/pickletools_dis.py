import pickle, pickletools, StringIO

class C:
    pass
class D(object):
    pass

c = C(); c.x = [1, 2L, 300, 70000, -1, 3.5]
d = D(); d.self = d; d.t = (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), ()
for value in [None, True, 'a\n', u'\u20ac', {1: 2}, c, d, [c, c], 1 << 70,
              len, {'a': [None] * 3, 'b': ()}, 'x' * 300]:
    for proto in 0, 1, 2:
        p = pickle.dumps(value, proto)
        pickletools.dis(p)
        q = pickletools.optimize(p)
        print len(p), len(q), repr(q)[:80]

def attempt(p, **kw):
    try:
        pickletools.dis(p, **kw)
    except Exception as e:
        print type(e).__name__, e

for p in ['', 'Z', 'K', 'M\0', 'J\0', 'S', 'S1\n', "S'\n", "S'a\"\n", 'T\xff\xff\xff\xff',
          'T\5\0\0\0abc', 'U\5abc', 'V', 'X\xff\xff\xff\xff', 'X\3\0\0\0a',
          'I1L\n', 'L1\n', 'Ix\n', 'I01\n.', 'I00\n.', 'G', 'F1e\n', '\x8a', '\x8a\2a',
          '\x8b\xff\xff\xff\xff', '\x8b\4\0\0\0a', 't.', '(t.', '(0N.', '0', 'NN.',
          'p0\n', '(p0\n', 'Np0\np0\n.', 'g0\n.', 'h\1.', 'a.', '(1N.', 'N1.',
          'cos\nsystem\n(t\x81.', 'Pabc\n.', 'NQ.', '(ia\nb\n.', '(No.', '\x82\1.', '\x83\1\0.',
          '\x84\1\0\0\0.', 'Nz']:
    print repr(p)
    attempt(p)

memo = {}
attempt('(lp0\n.', memo=memo)
attempt('g0\n.', memo=memo, indentlevel=1)
out = StringIO.StringIO()
pickletools.dis('((lt.', out, None, 2)
print out.getvalue(), memo

class Source:
    def __init__(self, text):
        self.file = StringIO.StringIO(text)
        self.read = self.file.read
        self.readline = self.file.readline
attempt(Source('(K\1t.'))
attempt(Source('?'))
for op in pickletools.opcodes:
    print op.name, repr(op.code), op.arg and (op.arg.name, op.arg.n), op.stack_before, op.stack_after, op.proto
for name in dir(pickletools):
    v = getattr(pickletools, name)
    if isinstance(v, pickletools.StackObject):
        print name, v, v.obtype
