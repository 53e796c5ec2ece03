# Code objects made from the parts of others: renamed, moved, relocated.
import marshal
import sys
import traceback
import types
def remake(c, name=None, filename=None, line=None, consts=None):
    return types.CodeType(
        c.co_argcount, c.co_nlocals, c.co_stacksize, c.co_flags, c.co_code,
        c.co_consts if consts is None else consts, c.co_names, c.co_varnames,
        filename or c.co_filename, name or c.co_name,
        c.co_firstlineno if line is None else line, c.co_lnotab, c.co_freevars,
        c.co_cellvars)
def show(f, *args):
    try:
        print f(*args)
    except Exception:
        for entry in traceback.extract_tb(sys.exc_info()[2])[1:]:
            print entry[:3]
        print sys.exc_info()[0].__name__
def divide(a, b=2):
    """Divides."""
    c = a // b
    return c, 'const', 5
divide.func_code = remake(divide.func_code, 'renamed', 'other.py', 100)
print divide(9), divide.func_name, divide.func_code.co_name, divide(b=3, a=9)
show(divide, 1, 0)
def outer(n):
    def inner():
        return n + 1
    return inner
c = outer.func_code
consts = tuple(remake(k, 'within', '<moved>') if isinstance(k, types.CodeType)
               else k for k in c.co_consts)
f = types.FunctionType(remake(c, consts=consts), globals())
print f(4)(), f(4).func_code.co_name, f(4).func_code.co_filename, outer(1)()
show(f('x'))
f = types.FunctionType(remake(f.func_code, 'again'), globals())
print f(5)(), f.func_code.co_name, f(5).func_code.co_name
consts = tuple({'const': 'new', 5: 6}.get(k, k)
               for k in divide.func_code.co_consts)
f = types.FunctionType(remake(divide.func_code, consts=consts), globals(),
                       'named', (4,))
print f(9), f.func_code.co_consts, divide(9)
f = types.FunctionType(remake(outer(1).func_code, 'closed'), globals(), 'f',
                       None, outer(7).func_closure)
print f()
text = compile('\n\nx = 1\nraise ValueError(x)\n', '<text>', 'exec')
text = type(text)(0, text.co_nlocals, text.co_stacksize, text.co_flags,
                  text.co_code, text.co_consts, text.co_names,
                  text.co_varnames, 'page.html', 'template', 7,
                  text.co_lnotab, (), ())
try:
    exec text in {}
except ValueError:
    print traceback.extract_tb(sys.exc_info()[2])[-1][:3]
a, b = compile('1+x', 'f', 'eval'), compile('1+x', 'f', 'eval')
print a == remake(b), a == remake(b, 'other'), eval(remake(a), {'x': 3})
for args in ((), (1,) * 12, (-1,) + (1,) * 3 + ('',) + ((),) * 3 +
             ('', '', 1, '')):
    try:
        types.CodeType(*args)
    except Exception, e:
        print type(e).__name__, e
def gen(n):
    for i in range(n):
        yield i
gen.func_code = remake(gen.func_code, 'renamed')
print list(gen(3)), gen(1).__name__, gen(1).gi_code.co_name
