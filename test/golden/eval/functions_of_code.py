import types, __builtin__
c = compile('global c\na = 1\nc = a + 2\n', '<string>', 'exec')
g = {'__builtins__': __builtin__}
f = types.FunctionType(c, g)
f()
print sorted(k for k in g if k[0] != '_'), g['c']
ns = {}
exec 'def f(a, b=2, *c, **d):\n    x = a\n    return a, b, c, d, g' in ns
f = types.FunctionType(ns['f'].func_code, {'g': 9}, 'other', (5,))
print f(1), f.__name__, f.func_defaults
code = f.func_code
print code.co_name, code.co_varnames, code.co_argcount, code.co_nlocals
print code.co_flags & 0xc, code.co_firstlineno, code.co_filename
exec 'def outer(n):\n    def inner(): return n\n    return inner' in ns
inner = ns['outer'](4)
print inner(), inner.func_code.co_freevars, inner.func_closure[0].cell_contents
try:
    exec inner.func_code
except TypeError, e:
    print e
try:
    eval(inner.func_code)
except TypeError, e:
    print e
class C:
    def keys(self): return 'a'
    def __getitem__(self, k): raise KeyError(k)
try:
    eval('dir()', globals(), C())
except TypeError, e:
    print e
import warnings
warnings.filterwarnings('error', module='<w>')
try:
    compile('def f():\n    a = 1\n    global a\n', '<w>', 'exec')
except SyntaxError, e:
    print e
