# A function made of a module's code has its globals for its locals.
import types

g = {'c': 0}
code = compile("global c\na = 1\nc = a + 2\n", "<string>", "exec")
f = types.FunctionType(code, g)
print f(), g['c'], sorted(k for k in g if k[0] != '_')
try:
    f(1)
except TypeError, e:
    print e
