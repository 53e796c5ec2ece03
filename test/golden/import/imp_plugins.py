# Plugins found and loaded by imp, along directories known at run time only.
import imp, os, shutil, sys, tempfile

sys.dont_write_bytecode = True
folder = tempfile.mkdtemp()

def write(name, text):
    path = os.path.join(folder, name)
    if not os.path.isdir(os.path.dirname(path)):
        os.makedirs(os.path.dirname(path))
    open(path, 'w').write(text)

write('first_plugin.py', 'name = "first"\ndef run(x): return x + 1\n')
write('broken_plugin.py', 'name = "broken"\n1 / 0\n')
write('pack_plugin/__init__.py', 'from part import value\nname = __name__\n')
write('pack_plugin/part.py', 'value = 42\n')
try:
    for name in 'first_plugin', 'pack_plugin', 'broken_plugin', 'no_plugin':
        try:
            fp, path, description = imp.find_module(name, [folder, '/tmp'])
        except ImportError as e:
            print e
            continue
        print name, fp and fp.mode, os.path.basename(path), description
        try:
            m = imp.load_module(name, fp, path, description)
            print m.name, m is sys.modules[name], m.__name__
        except ZeroDivisionError as e:
            print e, name in sys.modules
        finally:
            if fp:
                fp.close()
    print sys.modules['pack_plugin'].value
    print sys.modules['first_plugin'].run(1)
    fp, path, description = imp.find_module('first_plugin', [folder])
    print imp.load_module('other_name', fp, path, description).__name__
    sys.path.insert(0, folder)
    print imp.find_module('first_plugin')[1] == path
    print imp.find_module('sys')[2], imp.load_module('sys', *imp.find_module('sys')) is sys
    try:
        imp.load_module('x', None, path, 3)
    except TypeError as e:
        print 'TypeError'
finally:
    shutil.rmtree(folder)
