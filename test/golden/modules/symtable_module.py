import symtable
src = '''
import sys, os.path as p
from x import y as z
glob = 42
class Mine(object):
    "doc"
    v = 24
    __priv = 1
    def a_method(self, p1, (q, r), d=glob):
        self.__x = d
        return [i for i in p1], (j for j in q), {k for k in r}, {k: v for k, v in r}
    @staticmethod
    def s(): return __class__
def spam(a, b=3, *var, **kw):
    global bar
    bar = 47
    x = 23
    glob
    def internal():
        return x
    f = lambda u, w=x: u + x
    for i in a: pass
    with a as t: pass
    try: pass
    except E, e: pass
    del b
    yield x
    print >>x, 3
    return
def foo():
    exec 'm'
    exec 'm' in {}
    from sys import *
def ns(): pass
def ns(): pass
'''
import warnings
warnings.simplefilter('ignore')
def show(t, ind=0):
    print ' ' * ind, t, t.get_type(), t.get_name(), t.get_lineno(), t.is_optimized(), t.is_nested(), t.has_children(), t.has_exec(), t.has_import_star()
    if t.get_type() == 'function':
        for f in 'parameters locals globals frees'.split():
            print ' ' * ind, f, sorted(getattr(t, 'get_' + f)())
    if t.get_type() == 'class': print ' ' * ind, sorted(t.get_methods())
    print ' '*ind, sorted(t.get_identifiers())
    for s in sorted(t.get_symbols(), key=lambda s: s.get_name()):
        print ' ' * ind, s, [k for k in 'referenced parameter global declared_global local free imported assigned namespace'.split() if getattr(s, 'is_' + k)()]
    for c in t.get_children(): show(c, ind + 3)
show(symtable.symtable(src, '?', 'exec'))
show(symtable.symtable('[a for a in b] + (lambda: c)()', '?', 'eval'))
show(symtable.symtable('x = 1', '?', 'single'))
for a in (('x', '?', 'foo'), ('def f(x): global x', 'f', 'exec'), (5, 'f', 'exec'), ('def f(', 'f', 'exec'), ('return', 'f', 'exec'), ('break', 'f', 'exec')):
    try: print symtable.symtable(*a)
    except Exception as e: print type(e).__name__, e
t = symtable.symtable(src, '?', 'exec')
for n in ('nope',):
    try: t.lookup(n)
    except KeyError as e: print repr(e)
s = t.lookup('ns')
try: s.get_namespace()
except ValueError as e: print e
print len(s.get_namespaces()), t.get_id() == t.get_id(), repr(t.lookup('glob')), t
