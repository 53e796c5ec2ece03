# .pyc files: written by py_compile, imported with and without their source,
# from folders and archives, and run.
import imp
import marshal
import os
import py_compile
import runpy
import shutil
import sys
import tempfile
import zipfile
import zipimport

SOURCE = '''"A module."
def outer(x):
    def inner(y, *rest):
        return x + y + len(rest)
    return inner
class C(object):
    "A class."
    value = outer(3)(4, 5)
where = os.path.basename(__file__) if 'os' in globals() else __file__[-9:]
'''

sys.dont_write_bytecode = True
top = tempfile.mkdtemp()
try:
    path = os.path.join(top, 'pycmod.py')
    with open(path, 'w') as f:
        f.write(SOURCE)
    py_compile.compile(path)
    with open(path + 'c', 'rb') as f:
        print f.read(4) == imp.get_magic()
    m = imp.load_compiled('loaded', path + 'c')
    print m.__name__, m.__doc__, m.C.__doc__, m.C.value, m.where
    os.remove(path)
    sys.path.insert(0, top)
    import pycmod
    print pycmod.where, pycmod.outer(1)(2), pycmod.outer.func_code.co_name
    print runpy.run_path(path + 'c')['where']
    archive = os.path.join(top, 'archive.zip')
    with zipfile.ZipFile(archive, 'w') as z:
        z.write(path + 'c', 'zipmod.pyc')
    m = zipimport.zipimporter(archive).load_module('zipmod')
    print os.path.basename(m.__file__), m.C.value
    with open(path + 'c', 'wb') as f:
        f.write('nonsense')
    try:
        imp.load_compiled('other', path + 'c')
    except ImportError as e:
        print str(e).replace(top, 'TOP')
    with open(path + 'c', 'wb') as f:
        f.write(imp.get_magic() + '1234' + marshal.dumps([1]))
    try:
        imp.load_compiled('other', path + 'c')
    except ImportError as e:
        print str(e).replace(top, 'TOP')
finally:
    shutil.rmtree(top)
