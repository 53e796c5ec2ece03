# A folder without __init__.py on the path is no package: ImportWarning.
import os
import shutil
import sys
import tempfile
import warnings

exec "pass"  # with it source files can be imported

top = tempfile.mkdtemp()
sys.path.append(top)
os.mkdir(os.path.join(top, 'plain_folder'))
name = 'plain_folder'
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    try:
        __import__(name)
    except ImportError as e:
        print e
for w in caught:
    print w.category.__name__, str(w.message).replace(top, 'TOP')
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        __import__(name)
    except ImportWarning as e:
        print str(e).replace(top, 'TOP')
try:
    __import__(name)
except ImportError as e:
    print e
open(os.path.join(top, name + '.py'), 'w').write('x = 5\n')
print __import__(name).x
shutil.rmtree(top)
