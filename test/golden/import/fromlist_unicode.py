# Names of a from list are str, in calls and in __all__.
import sys
import types

for names in [u'aliases'], [1], (u'\xe9',), ['aliases']:
    try:
        print __import__('encodings', fromlist=names).__name__
    except TypeError as e:
        print e
package = sys.modules['odd'] = types.ModuleType('odd')
package.__path__ = []
package.__all__ = [u'name']
package.name = 5
try:
    from odd import *
    print name
except TypeError as e:
    print e
