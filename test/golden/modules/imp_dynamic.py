# imp.load_package(), and load_dynamic() of what is no module.
import imp
import os
import shutil
import sys
import tempfile


def attempt(function, *arguments):
    try:
        print function(*arguments).__name__
    except Exception as e:
        print type(e).__name__, str(e).split(':')[0]


folder = tempfile.mkdtemp()
try:
    os.mkdir(os.path.join(folder, 'empty'))
    attempt(imp.load_package, 'bare', os.path.join(folder, 'empty'))
    print sys.modules['bare'].__path__ == [os.path.join(folder, 'empty')]
    text = os.path.join(folder, 'text.so')
    open(text, 'w').write('not a library, whatever its name may be')
    try:
        imp.load_dynamic('text', text)
    except ImportError as e:
        print str(e).replace(text, 'text.so')
finally:
    shutil.rmtree(folder)
attempt(imp.load_dynamic, 'x', '/nonexistent/x.so')
attempt(imp.load_dynamic, 'x', 'no_such_library.so')
for path in ('/lib/x86_64-linux-gnu/libc.so.6', '/usr/lib/libc.so.6'):
    if os.path.exists(path):
        attempt(imp.load_dynamic, 'some.x', path)
        break
for arguments in ((1, 2), ('a',), ('a', 2), ('a', 'b', 'c'), ('a\0b', 'c')):
    attempt(imp.load_dynamic, *arguments)
attempt(imp.load_package, 1, 2)
