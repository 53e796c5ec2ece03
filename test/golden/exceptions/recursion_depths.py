# The recursion limit is met after as many calls as in CPython, however they
# are made, and with the same text.
import sys
sys.setrecursionlimit(200)
class Test(object): pass
depth = 0
def run(name, f, *args):
    global depth
    depth = 0
    try:
        f(*args)
        print name, 'no error'
    except RuntimeError as e:
        print name, depth, e
    except Exception as e:
        print name, depth, type(e), e
def plain():
    global depth; depth += 1
    plain()
run('function', plain)
def star(*a):
    global depth; depth += 1
    star(*a)
run('star', star, 1)
def kw(**a):
    global depth; depth += 1
    kw(**a)
run('kw', lambda: kw(b=1))
def kw2(a=0):
    global depth; depth += 1
    kw2(a=1)
run('kw2', kw2)
class A(object):
    def m(self):
        global depth; depth += 1
        self.m()
    def starm(self, *a):
        global depth; depth += 1
        self.starm(*a)
    def bound(self):
        global depth; depth += 1
        b = self.bound
        b()
    def unbound(self):
        global depth; depth += 1
        A.unbound(self)
    @classmethod
    def cm(cls):
        global depth; depth += 1
        cls.cm()
    @staticmethod
    def sm():
        global depth; depth += 1
        A.sm()
    @property
    def prop(self):
        global depth; depth += 1
        return self.prop
    def __getitem__(self, i):
        global depth; depth += 1
        return self[i]
    def __add__(self, o):
        global depth; depth += 1
        return self + o
    def __call__(self):
        global depth; depth += 1
        return self()
    def __getattr__(self, n):
        global depth; depth += 1
        return getattr(self, n)
    def __setattr__(self, n, v):
        global depth; depth += 1
        setattr(self, n, v)
    def __repr__(self):
        global depth; depth += 1
        return repr(self)
    def __str__(self):
        global depth; depth += 1
        return str(self)
    def __len__(self):
        global depth; depth += 1
        return len(self)
    def __nonzero__(self):
        global depth; depth += 1
        return bool(self)
    def __hash__(self):
        global depth; depth += 1
        return hash(self)
    def __eq__(self, o):
        global depth; depth += 1
        return self == o
    def __lt__(self, o):
        global depth; depth += 1
        return self < o
    def __cmp__(self, o):
        global depth; depth += 1
        return cmp(self, o)
    def __iter__(self):
        global depth; depth += 1
        return iter(self)
    def __contains__(self, x):
        global depth; depth += 1
        return x in self
    def __int__(self):
        global depth; depth += 1
        return int(self)
a = A()
run('method', a.m)
run('starm', a.starm)
run('bound', a.bound)
run('unbound', a.unbound)
run('cm', a.cm)
run('sm', a.sm)
run('prop', lambda: a.prop)
run('getitem', lambda: a[1])
run('add', lambda: a + 1)
run('call', lambda: a())
run('getattr', lambda: a.xx)
run('setattr', lambda: setattr(a, 'x', 1))
run('repr', lambda: repr(a))
run('str', lambda: str(a))
run('percent', lambda: '%s' % a)
run('len', lambda: len(a))
run('nonzero', lambda: bool(a))
run('hash', lambda: hash(a))
run('eq', lambda: a == 1)
run('lt', lambda: a < 1)
run('iter', lambda: iter(a))
run('contains', lambda: 1 in a)
run('int', lambda: int(a))
class Cmp(object):
    def __cmp__(self, o):
        global depth; depth += 1
        return cmp(self, o)
run('cmp', lambda: cmp(Cmp(), 1))
class I(object):
    def __init__(self):
        global depth; depth += 1
        I()
run('init', I)
class N(object):
    def __new__(cls):
        global depth; depth += 1
        return N()
run('new', N)
class O:
    def m(self):
        global depth; depth += 1
        self.m()
    def __call__(self):
        global depth; depth += 1
        return self()
    def __getattr__(self, n):
        global depth; depth += 1
        return self.foo
    def __repr__(self):
        global depth; depth += 1
        return repr(self)
    def __add__(self, o):
        global depth; depth += 1
        return self + o
    def __getitem__(self, o):
        global depth; depth += 1
        return self[o]
o = O()
run('old method', o.m)
run('old call', lambda: o())
run('old getattr', lambda: o.x)
run('old repr', lambda: repr(o))
run('old add', lambda: o + 1)
run('old getitem', lambda: o[1])
class OI:
    def __init__(self):
        global depth; depth += 1
        OI()
run('old init', OI)
def viamap(x):
    global depth; depth += 1
    map(viamap, [1])
run('map', viamap, 1)
def viasort(x):
    global depth; depth += 1
    sorted([1], key=viasort)
run('sort', viasort, 1)
def viaapply(x):
    global depth; depth += 1
    apply(viaapply, (1,))
run('apply', viaapply, 1)
def viareduce(x, y):
    global depth; depth += 1
    reduce(viareduce, [1, 2])
run('reduce', viareduce, 1, 2)
def gen():
    global depth; depth += 1
    for x in gen():
        yield x
run('gen', lambda: list(gen()))
def viagenexp(x):
    global depth; depth += 1
    return sum(viagenexp(y) for y in [1])
run('genexp', viagenexp, 1)
def vialc(x):
    global depth; depth += 1
    return [vialc(y) for y in [1]]
run('lc', vialc, 1)
def visc(x):
    global depth; depth += 1
    return {visc(y) for y in [1]}
run('sc', visc, 1)
from functools import partial
def viapartial():
    global depth; depth += 1
    partial(viapartial)()
run('partial', viapartial)
def viawith():
    global depth; depth += 1
    with W(): pass
class W(object):
    def __enter__(self): viawith()
    def __exit__(self, *a): pass
run('with', viawith)
def viaclass():
    global depth; depth += 1
    class X(object):
        viaclass()
run('class', viaclass)
def deco(f):
    def inner(*args, **kw):
        global depth; depth += 1
        return f(*args, **kw)
    return inner
@deco
def decorated(n):
    return decorated(n + 1)
run('deco', decorated, 1)
l = []
l2 = l
for i in xrange(300):
    l = [l]
run('listrepr', lambda: repr(l))
run('listcmp', lambda: l == [l])
t = ()
for i in xrange(300): t = (t,)
run('tuplerepr', lambda: repr(t))
run('tuplehash', lambda: hash(t))
d = {}
for i in xrange(300): d = {1: d}
run('dictrepr', lambda: repr(d))
run('isinstance', lambda: isinstance(1, t))
ll = []
ll.append(ll)
mm = [ll]
ll2 = []
ll2.append(ll2)
run('selfcmp', lambda: ll == ll2)
import copy
run('copy', lambda: copy.deepcopy(l) and None)
