# Source files that were never closed are imported, reloaded and executed whole.
import imp, os, shutil, sys, tempfile

sys.dont_write_bytecode = True
folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
path = os.path.join(folder, 'forgotten_one.py')
try:
    f = open(path, 'w')
    f.write('a = 1\n')
    f.flush()
    m = __import__('forgotten_one')
    g = open(path, 'w')
    g.write('b = 2\n')
    del g
    print reload(m) is m, m.a, m.b
    h = open(path, 'w')
    h.write('c = 3\n')
    del h
    execfile(path)
    print c
    k = open(path, 'w')
    k.write('d = 4\n')
    del k
    print imp.load_source('loaded', path).d
finally:
    shutil.rmtree(folder)
