for name in ('alpha', 'beta'):
    m = __import__('plugins.' + name, globals(), locals(), ['run'])
    print m.__name__, m.run()
top = __import__('plugins.' + 'alpha')
print top.__name__, top.alpha.run()
import importlib
print importlib.import_module('plugins.beta').run(), importlib.import_module('.alpha', 'plugins').run()
try:
    __import__('plugins.' + 'gamma')
except ImportError as e:
    print e
