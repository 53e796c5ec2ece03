import sys, imp
log = []
class PH(object):
    def __init__(self, path):
        print 'hook', path if 'magic' in path else '-'
        if not path.startswith('magic'): raise ImportError('no')
        self.p = path
    def find_module(self, name, path=None):
        print 'PH.find', self.p, name, path
        if name in ('viahook', 'pk', 'pk.sub', 'pk2.mm'): return self
    def load_module(self, name):
        m = sys.modules[name] = imp.new_module(name)
        m.q = 7
        if name == 'pk': m.__path__ = ['magicsub']
        return m
sys.path_hooks.append(PH)
sys.path[:] = ['magic:']
import viahook, pk, pk.sub
print viahook.q, pk.sub
try: import nope
except ImportError, e: print e
print sorted(sys.path_importer_cache.items())[0][1].__class__.__name__ if 0 else 'magic:' in sys.path_importer_cache
sys.path_importer_cache['magic:'] = None
try: import viahook2
except ImportError, e: print e
del sys.path_importer_cache['magic:']
class PH2(object):
    def __init__(self, path): raise ValueError('hook broke')
sys.path_hooks.insert(0, PH2)
try: import viahook3
except Exception, e: print type(e).__name__, e
sys.path_hooks = 3
try: import viahook4
except Exception, e: print type(e).__name__, e
sys.path_importer_cache.clear()
try: import viahook5
except Exception, e: print type(e).__name__, e
