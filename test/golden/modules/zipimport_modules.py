# Modules in zip archives, by zipimport and along sys.path.
import os
import sys
import tempfile
import zipfile
import zipimport

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'a.zip')
z = zipfile.ZipFile(path, 'w')
z.writestr('plain_zipped.py', 'def f():\r\n    return __name__\r\n')
z.writestr('pack_zipped/__init__.py', 'import inner\nfrom . import inner as i')
z.writestr('pack_zipped/inner.py', 'value = 5\n')
z.writestr('pack_zipped/text.txt', 'data')
z.writestr('bad_zipped.py', 'def\n')
z.writestr('fails_zipped.py', '1 / 0\n')
z.close()

sys.path.insert(0, path)
m = __import__('plain_zipped')
print m.f(), m.__file__[len(folder):], type(m.__loader__).__name__
p = __import__('pack_zipped')
print p.i.value, p.__path__[0][len(folder):], p.inner.__file__[len(folder):]
print p.__loader__.get_data(os.path.join(path, 'pack_zipped/text.txt'))
for name in 'bad_zipped', 'fails_zipped', 'absent_zipped':
    try:
        __import__(name)
    except Exception, e:
        print type(e).__name__, name in sys.modules

i = zipimport.zipimporter(path)
print i.archive == path, repr(i.prefix)
print i.find_module('plain_zipped') is i, i.find_module('absent')
print i.is_package('pack_zipped'), i.is_package('plain_zipped')
print repr(i.get_source('pack_zipped.inner'[12:] and 'plain_zipped'))
print i.get_code('plain_zipped').co_name
inner = zipimport.zipimporter(path + os.sep + 'pack_zipped')
print repr(inner.prefix), inner.load_module('inner').value
for bad in '', os.path.join(folder, 'no.zip'), folder, __file__:
    try:
        zipimport.zipimporter(bad)
    except zipimport.ZipImportError, e:
        print 'refused'
for call in i.is_package, i.get_source, i.load_module:
    try:
        call('absent')
    except ImportError, e:
        print type(e).__name__, e
os.remove(path)
os.rmdir(folder)
