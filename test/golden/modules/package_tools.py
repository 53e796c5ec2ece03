# pkgutil, runpy, py_compile, compileall, pyclbr, robotparser, ntpath, webbrowser.
import compileall
import ntpath
import nturl2path
import opcode
import os
import pkgutil
import py_compile
import pyclbr
import robotparser
import runpy
import shutil
import sys
import tempfile
import webbrowser

folder = tempfile.mkdtemp()


def write(name, text):
    f = open(os.path.join(folder, name), 'w')
    f.write(text)
    f.close()
    return os.path.join(folder, name)

script = write('script.py', '''import sys
from os import path
class A(object):
    def m(self): pass
class B(A): pass
def f(): pass
print __name__, sys.argv[0] == __file__
x = given + 1
''')
out = runpy.run_path(script, {'given': 41})
print out['x'], sorted(k for k in out if k[0] != '_')
sys.path.insert(0, folder)
print runpy.run_module('script', {'given': 1}, 'renamed')['__name__']
try:
    runpy.run_module('no_such_module')
except ImportError, e:
    print e
found = pyclbr.readmodule_ex('script', [folder])
print sorted((n, c.lineno) for n, c in found.items() if hasattr(c, 'lineno') and c.module == 'script')
print sorted(found['A'].methods.items()), [getattr(s, 'name', s) for s in found['B'].super]
bad = write('bad.py', 'x = = 1\n')
try:
    py_compile.compile(bad, doraise=True)
except py_compile.PyCompileError, e:
    print str(e).replace(folder, 'DIR'), e.exc_type_name
os.mkdir(os.path.join(folder, 'sub'))
print compileall.compile_dir(os.path.join(folder, 'sub'), quiet=1)
os.mkdir(os.path.join(folder, 'pack'))
write('pack/__init__.py', 'here = 1\n')
write('pack/one.py', '')
write('pack/data.txt', 'data\n')
print [(n, p) for _, n, p in pkgutil.iter_modules([folder])]
print [(n, p) for _, n, p in pkgutil.iter_modules([os.path.join(folder, 'pack')], 'pack.')]
print pkgutil.extend_path('x', 'y'), pkgutil.get_loader('os') is None
shutil.rmtree(folder)

r = robotparser.RobotFileParser()
r.parse('''User-agent: *
Disallow: /cyberworld/map/ # comment
Allow: /tmp/ok
Disallow: /tmp/
User-agent: figtree
Disallow: /a%3cd.html
'''.splitlines())
for agent, url in (('x', '/'), ('x', '/tmp/a'), ('x', '/tmp/ok'), ('figtree/1', '/a<d.html'),
                   ('figtree', '/tmp/')):
    print agent, url, r.can_fetch(agent, url),
print
print r

print ntpath.join('c:\\a', 'b', 'd:x', 'y'), ntpath.split('c:\\a/b'), ntpath.splitdrive('//m/s/x')
print ntpath.normpath('C:/A/../..\\b\\.'), ntpath.relpath('c:\\a\\b', 'c:\\a\\c'), ntpath.splitext('a.b\\c')
os.environ['V_'] = 'val'
print ntpath.expandvars('%V_%|$V_|${V_}|$$|%%|%none%'), ntpath.commonprefix(['ab', 'ac'])
print nturl2path.url2pathname('///C|/foo/b%20r'), nturl2path.pathname2url('C:\\foo\\b r')
print opcode.opname[100], opcode.opmap['LOAD_FAST'], opcode.hasjrel, opcode.cmp_op[8]
os.environ.pop('BROWSER', None)
webbrowser.register('mine', None, webbrowser.GenericBrowser(['true', '%s']), -1)
print webbrowser.get('mine').name, webbrowser.open('http://x/')
try:
    webbrowser.get('no-such-browser')
except webbrowser.Error, e:
    print e
