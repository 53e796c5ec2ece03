import string
string.marker = 'set'
m = reload(string)
print m is string, hasattr(string, 'marker'), string.digits
try:
    reload(5)
except TypeError as e:
    print e
import types
try:
    reload(types.ModuleType('never_imported'))
except ImportError as e:
    print e
