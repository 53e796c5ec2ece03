# evaluation order
log = []
def t(x, v=None):
    print 'ev', x,
    return v
class C(object):
    def __getattr__(self, n): print 'getattr', n,; return self
    def __setattr__(self, n, v): print 'setattr', n, v,
    def __delattr__(self, n): print 'delattr', n,
    def __getitem__(self, k): print 'getitem', k,; return 5
    def __setitem__(self, k, v): print 'setitem', k, v,
    def __delitem__(self, k): print 'delitem', k,
    def __call__(self, *a, **k): print 'call', a, sorted(k.items()),; return self
    def __iadd__(self, o): print 'iadd', o,; return self
    def __getslice__(self, i, j): print 'getslice', i, j,; return 7
    def __setslice__(self, i, j, v): print 'setslice', i, j, v,
    def __delslice__(self, i, j): print 'delslice', i, j,
    def __len__(self): return 10
    def __iter__(self): print 'iter',; return iter([1, 2])
    def __eq__(self, o): print 'eq', o,; return False
    def __lt__(self, o): print 'lt', o,; return True
    def __enter__(self): print 'enter',; return self
    def __exit__(self, *a): print 'exit', a[0],; return True
C.__repr__ = lambda s: 'CC'
c = C()
t(1, c)[t(2)] = t(3)
print
t(1, c).x = t(2)
print
t(1, c)[t(2, 3)] += t(3, 1)
print
t(1, c).x += t(2)
print
t(1, c)[t(2, 1):t(3, 2)] = t(4, 9)
print
t(1, c)[t(2, 1):t(3, 2)] += t(4, 9)
print
del t(1, c)[t(2, 1):t(3, -2)], t(4, c).q, t(5, c)[t(6, 3)]
print
c[1:2:3], c[..., 1:2], c[:], c[1:], c[::]
print
t(0, c)(t(1), t(2), a=t(3), b=t(4), *t(5, (1,)), **t(6, {'z': 1}))
print
{t(1, 1): t(2, 2), t(3, 3): t(4, 4)}
print
(t(1, c).a, t(2, c)[t(3, 3)]) = t(4, (1, 2))
print
a = t(1, c).b = t(2, c)[1] = t(3, 4)
print
t(1, 1) < t(2, 2) < t(3, 0) < t(4, 5)
print
t(1, c) < t(2, c) == t(3, 3) < t(4)
print
print >>t(1), t(2)
print t(1, 'x') if t(2, 0) else t(3, 'y')
print [t(a, a) for a in t(1, [1, 2]) if t(2, 1)]
print list(t(a, a) for a in t(1, [1, 2]) if t(2, 1))
print {t(a, a): t(b, b) for a in [1, 2] for b in [3]}
def d(f): print 'deco', getattr(f,'__name__','?'),; return lambda x: (t('wrapped', x))
def mk(n): print 'mk', n,; return d
@mk(t(1, 1))
@mk(t(2, 2))
def g(a=t(3, 3), b=t(4, 4)): pass
print
@mk(9)
class K(t(5, object)):
    t(6)
print
with t(1, c) as t(2, c).z: t(3); raise KeyError(1)
print
exec 'print 1,' in t(1, {}), t(2, {})
print
assert t(1, 1), t(2)
try:
    assert t(1, 0), t(2, 'msg')
except AssertionError, e: print repr(e)
try:
    raise t(1, ValueError), t(2, 3), t(4, None)
except ValueError, e: print repr(e)
for t(1, c).x in t(2, [1]): pass
print
lambda a=t(1), *b: t(2)
print
x = [0, 1, 2]
i = 0
i, x[i] = 1, 5
print i, x
x[0], x[x[0]] = 2, 9
print x
def f():
    try: return t(1)
    finally: t(2)
f()
print
t(1) or t(2, 0) or t(3, 3) and t(4) or t(5, 5)
print
not t(1) in t(2, [None])
print
`t(1, 2)`, t(3)
print
t(1, 2) ** t(2, 3) * -t(3, 1)
print
