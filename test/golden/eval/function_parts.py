# Functions and code objects taken apart and put together, compiled code in
# other globals too.
import types, new, sys, imp, os
def t(name, f):
    try: print name, repr(f())
    except BaseException as e: print name, type(e).__name__, e
def mk(x, y=2):
    z = 3
    def inner(a, b=5, *c): return (x, z, a, b, c)
    return inner
g = mk(1)
t('closure', lambda: [c.cell_contents for c in g.func_closure])
t('closure2', lambda: mk.func_closure)
for attr, v in [('func_code', mk.func_code), ('func_code', 3), ('func_globals', {}), ('func_closure', None), ('func_defaults', (1, 2, 3)), ('func_defaults', 3), ('func_defaults', None), ('func_name', 'q'), ('func_name', 3), ('func_doc', 'd'), ('func_dict', {'k': 1}), ('func_dict', 3), ('__name__', 'w'), ('__code__', g.func_code), ('__defaults__', (7,)), ('__globals__', 1), ('__closure__', 1), ('__doc__', None), ('__dict__', {}), ('__module__', 'zz')]:
    h = mk(9)
    t(attr, lambda: (setattr(h, attr, v), h(1)))
    t('del ' + attr, lambda: (delattr(h, attr), h(1)))
for a in sorted(x for x in dir(g.func_code) if x.startswith('co_')):
    t('set ' + a, lambda: setattr(g.func_code, a, 1))
F = types.FunctionType
c = g.func_code
p = mk.func_code
cells = g.func_closure
t('F1', lambda: F(p, globals())(1)(2))
t('F2', lambda: F(c, globals())(1))
t('F3', lambda: F(c, globals(), 'nm', (8,), cells)(1))
t('F4', lambda: F(c, globals(), None, None, cells)(1))
t('F5', lambda: F(c, globals(), 'nm', (8,), ())(1))
t('F6', lambda: F(c, globals(), 'nm', (8,), (1, 2))(1))
t('F7', lambda: F(c, 3)); t('F8', lambda: F(3, {})); t('F9', lambda: F()); t('F10', lambda: F(p, globals(), 3)); t('F11', lambda: F(p, globals(), 'x', 3)); t('F12', lambda: F(p, globals(), 'x', (), (1,)))
t('F13', lambda: F(p, globals(), 'named').func_name)
t('F14', lambda: F(code=p, globals=globals(), name='kw').__name__)
t('new', lambda: new.function(p, globals(), 'n')(4)(5))
t('exec code', lambda: eval(compile('x + 1', '', 'eval'), {'x': 2}))
def noargs(): return len('abc')
t('eval code', lambda: eval(noargs.func_code))
t('eval code g', lambda: eval(noargs.func_code, {'len': lambda s: 'other'}))
t('F other globals', lambda: F(noargs.func_code, {'len': lambda s: 'mine', '__builtins__': {}})())
e = compile('def f(a):\n  return a + K\nK = 5', '<e>', 'exec'); ns = {}
exec e in ns
t('f', lambda: ns['f'](1)); t('f globals', lambda: ns['f'].func_globals is ns)
t('f F', lambda: F(ns['f'].func_code, {'K': 100})(1))
t('eval free', lambda: eval(c))
t('exec free', lambda: eval(compile('1', '', 'exec')))
def ex(code, *a):
    if len(a) == 2: exec code in a[0], a[1]
    elif a: exec code in a[0]
t('ex free', lambda: ex(c, {}))
t('lambda names', lambda: (lambda *a, **k: 0).func_code.co_varnames)
t('cmp', lambda: (p == p, p != c, p == mk.func_code, hash(p) == hash(mk.func_code), cmp(p, p)))
t('compare', lambda: compile('1', 'a', 'eval') == compile('1', 'b', 'eval'))
t('cell', lambda: (cells[0] == cells[0], cells[0] == mk(1).func_closure[0], cells[0] < mk(2).func_closure[0], cmp(cells[0], mk(0).func_closure[0])))
def un():
    def q(): return zz
    r = q.func_closure[0]
    try: return r.cell_contents
    finally:
        zz = 1
t('unset cell', un)
t('setcell', lambda: setattr(cells[0], 'cell_contents', 3))
t('type cell', lambda: type(cells[0])())
t('type code', lambda: type(p).__name__)
t('globals', lambda: g.func_globals is globals())
t('frame', lambda: sys._getframe().f_code.co_name)
t('frame2', lambda: sys._getframe(0).f_globals is globals())
t('traceback', lambda: g.nope)
class K(object):
    def m(self): return __name__
t('im', lambda: (K.m.im_func.func_code.co_name, K().m.im_self.__class__, K.m.im_self, K.m.im_class))
t('execfile', lambda: execfile('/nope')); t('execfile2', lambda: execfile(3)); t('execfile3', lambda: execfile('/nope', {}, 3)); t('execfile4', lambda: execfile(u'/nope'))
