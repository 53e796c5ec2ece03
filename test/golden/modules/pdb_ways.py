# Post mortem, and statements run under the debugger.
import pdb, sys
def f(x):
    y = x * 2
    return 10 / y
try:
    f(0)
except ZeroDivisionError:
    pdb.post_mortem(sys.exc_info()[2])
pdb.run('f(1)')
print pdb.runcall(f, 5)
print pdb.runeval('f(2)')
