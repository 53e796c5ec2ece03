# The import statement calls what __builtin__.__import__ is.
import __builtin__
import os.path
own = __builtin__.__import__


def traced(name, globals=None, locals=None, fromlist=None, level=-1):
    print name, fromlist, level, globals is not None
    return own(name, globals, locals, fromlist, level)


__builtin__.__import__ = traced
import os.path
from os import getcwd, sep as s
import os.path as p
exec 'import sys'


def inside():
    from os import curdir
    return curdir


print inside(), p is os.path
__builtin__.__import__ = lambda *a: a[0] + str(a[3])
import foo.bar
from foo import upper
print foo, upper()
try:
    from foo import nothing
except ImportError as e:
    print e
del __builtin__.__import__
try:
    import sys
except ImportError as e:
    print e
__builtin__.__import__ = own
import imp, sys
print imp.is_builtin('sys'), imp.is_builtin('__builtin__'), sys.maxint
