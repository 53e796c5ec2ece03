import os, sys as system
import os.path
import os.path as osp
from os import sep, path as p2
from os import (curdir,
                pardir,)
print os.path is osp is p2, sep, curdir, pardir
print system is sys if 'sys' in globals() else 'no sys'
try:
    from os import no_such_name
except ImportError as e:
    print e
try:
    import no_such_module
except ImportError as e:
    print e
try:
    import os.nothing
except ImportError as e:
    print e
def f():
    import string
    from math import floor as fl
    return string.digits, fl(2.5)
print f(), 'string' in globals()
