"""main doc"""
import m, types, sys
print m.__doc__, m.__name__, m.__file__.endswith(('m.py', 'm.pyc')), type(m), isinstance(m, types.ModuleType)
m.added = 5
print m.added, m.get_added(), 'added' in m.__dict__, sorted(k for k in m.__dict__ if k[0] != '_')
del m.x
try:
    m.x
except AttributeError as e:
    print e
print __doc__, __name__, repr(types.ModuleType('dyn', 'docs')), types.ModuleType('q').__doc__
d = types.ModuleType('dyn')
d.v = 1
sys.modules['dyn'] = d
import dyn
print dyn.v, dyn is d
from dyn import v
print v
