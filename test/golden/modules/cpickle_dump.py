# The bytes that cPickle writes, and what it does not write.
import cPickle
import copy_reg
import re
import StringIO

def strip(text):
    return re.sub('0x[0-9a-f]+', '0x', text)

def show(call, *args, **kwargs):
    try:
        print strip(repr(call(*args, **kwargs)))
    except Exception as e:
        print type(e).__name__, strip(str(e.args))

class C: pass
class R(object):
    def __init__(self, v): self.v = v
    def __reduce__(self): return self.v
class State:
    def __getstate__(self): return None
class N(object): pass

x = []
y = [1, 2]
z = {'key': y}
for p in 0, 1, 2:
    for v in (1.0, x, y, z, 'abc', u'abc\xe9\u1234\\\n\U00012345', len, int, [].append,
              cPickle, 2**40, -2**31, 2**70, set([1]), 1j, float('inf'), 1e100):
        show(cPickle.dumps, v, p)
    for v in (5, 'x', (), (1,), (1, 2, 3, 4, 5, 6), (int, 5), (int, (), None, 5), (int, (), None, None, 5), (5, ()), (int, (), 5, iter([1]), iter([(1, 2)])), (int, (), 5, iter([1]), iter([1])), (int, (), None, None, iter([(1, 2, 3)])), u'x'):
        show(cPickle.dumps, R(v), p)
    c = C()
    show(cPickle.dumps, c, p)
    s = State()
    show(cPickle.dumps, s, p)
for args in ((1, 3), (1, -1), (1, 'a'), (), (1, None)):
    show(cPickle.dumps, *args)
show(cPickle.dumps, obj=1, protocol=2)
show(cPickle.Pickler, 3)
show(cPickle.Pickler, 'a', 2)
show(cPickle.dump, 1, 5)
show(cPickle.load, 5)
show(cPickle.Unpickler)
show(cPickle.dump, 1)

f = StringIO.StringIO()
p = cPickle.Pickler(f, 1)
show(p.getvalue)
for n in 'persistent_id', 'inst_persistent_id', 'memo', 'binary', 'fast', 'PicklingError', 'zz':
    show(getattr, p, n)
    show(setattr, p, n, 'v')
    show(delattr, p, n)
u = cPickle.Unpickler(StringIO.StringIO('N(I1\nlp2\n.](NNeq\x05.'))
for n in 'persistent_load', 'find_global', 'memo':
    show(getattr, u, n)
    show(setattr, u, n, None)
    show(delattr, u, n)
show(setattr, u, 'memo', {})
print u.load(), u.memo, u.noload(), u.memo
p = cPickle.Pickler(f, 2)
p.dump(y); p.dump(y)
print repr(f.getvalue()), p.memo.values()
p.clear_memo(); print p.memo
p.dump(y); print p.memo.values()

# Persistent ids.
class P(object):
    def __init__(self, n): self.n = n
def persistent(v):
    if isinstance(v, P): return 'P' + str(v.n)
for proto in 0, 1, 2:
    for name in 'persistent_id', 'inst_persistent_id':
        f = StringIO.StringIO()
        p = cPickle.Pickler(f, proto)
        setattr(p, name, persistent)
        p.dump([P(1), 5, P(2)])
        print repr(f.getvalue())
        f.seek(0)
        u = cPickle.Unpickler(f)
        u.persistent_load = lambda id: 'loaded ' + id
        print u.load()
        f.seek(0)
        u.persistent_load = ids = []
        print u.load(), ids
p.persistent_id = lambda v: 5
show(p.dump, 1)
p = cPickle.Pickler(f, 0)
p.persistent_id = lambda v: 5
show(p.dump, 1)

# find_global
u = cPickle.Unpickler(StringIO.StringIO('cos\ngetcwd\n.cos\ngetcwd\n.'))
u.find_global = lambda m, n: (m, n)
print u.load()
u.find_global = None
show(u.load)

# Fast mode writes no numbers and watches for cycles.
f = StringIO.StringIO()
p = cPickle.Pickler(f, 2)
p.fast = 1
p.dump([y, y, z])
print repr(f.getvalue())
y.append(y)
show(p.dump, y)

# Extension codes.
copy_reg.add_extension('__main__', 'N', 300)
print repr(cPickle.dumps(N, 2)), cPickle.loads(cPickle.dumps(N, 2)) is N
copy_reg.remove_extension('__main__', 'N', 300)

deep = []
for i in range(100000):
    deep = [deep]
show(cPickle.dumps, deep)
