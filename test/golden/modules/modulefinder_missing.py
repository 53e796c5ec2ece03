# What "from . import x" does not find is told by its absolute name.
import modulefinder
import os
import shutil
import tempfile

top = tempfile.mkdtemp()
os.mkdir(top + '/a')
for name, text in (('a/__init__.py', 'def foo(): pass\n'),
                   ('a/module.py', 'from . import foo, bar\n'),
                   ('main.py', 'import a.module\n')):
    with open(os.path.join(top, name), 'w') as f:
        f.write(text)
finder = modulefinder.ModuleFinder([top])
finder.run_script(top + '/main.py')
print sorted(finder.modules), finder.any_missing_maybe()
shutil.rmtree(top)
