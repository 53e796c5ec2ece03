import sys, imp
class Imp(object):
    def __init__(self, mods): self.mods = mods
    def find_module(self, name, path=None):
        print 'find', name, path
        return self if name in self.mods else None
    def load_module(self, name):
        print 'load', name
        ispkg, src = self.mods[name]
        m = sys.modules.setdefault(name, imp.new_module(name))
        m.__file__ = '<' + name + '>'
        m.__loader__ = self
        if ispkg: m.__path__ = []
        try: exec src in m.__dict__
        except: del sys.modules[name]; raise
        return m
sys.meta_path.append(Imp({'foo': (False, 'x = 1\ndef f(): return __name__'), 'pk': (True, 'a = 2'), 'pk.sub': (False, 'b = __name__'), 'bad': (False, '1/0')}))
import foo
print foo.x, foo.f(), foo.__file__, foo
import pk.sub
print pk.sub.b, pk.a
from pk import sub as s
print s.b
try: import bad
except ZeroDivisionError, e: print e, 'bad' in sys.modules
try: import nope
except ImportError, e: print e
try: import pk.nope
except ImportError, e: print e
try: from pk import nope
except ImportError, e: print e
print __import__('foo').x, __import__('pk.sub'), __import__('pk.sub', fromlist=['b']).b
reload(foo)
class Block(object):
    def find_module(self, name, path=None):
        if name == 'fractions': return self
    def load_module(self, name): raise ImportError('blocked ' + name)
sys.meta_path.insert(0, Block())
try: import fractions
except ImportError, e: print e
class PH(object):
    def __init__(self, path):
        if path != 'magic:': raise ImportError
        print 'hook', path
    def find_module(self, name, path=None):
        if name == 'viahook': return self
    def load_module(self, name):
        m = sys.modules[name] = imp.new_module(name)
        m.q = 7
        return m
sys.path_hooks.append(PH)
sys.path.append('magic:')
try:
    import viahook
    print viahook.q
except ImportError, e: print e
